namespace Saml.Core;

/// <summary>
/// What the validity period of a configured signing certificate means. Trust comes from the configuration, which pins
/// the key; a date in a self-signed certificate adds nothing to that, and letting it pass unseen stops logins one day.
/// </summary>
public enum CertificateExpiryPolicy
{
    /// <summary>Nothing.</summary>
    Ignore = 0,

    /// <summary>Warnings on the result: <see cref="SamlWarningCode.CertificateExpiresSoon"/> and <see cref="SamlWarningCode.CertificateExpiredAccepted"/>.</summary>
    Warn = 1,

    /// <summary>Refusal outside the period: <see cref="SamlErrorCode.CertificateExpired"/>, <see cref="SamlErrorCode.CertificateNotYetValid"/>.</summary>
    Reject = 2,
}
