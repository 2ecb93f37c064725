using Microsoft.Extensions.Logging;

namespace Saml.Core.Validation;

/// <summary>
/// Everything that is logged: ids and codes, no personal data at any level. Numbers and names of events are stable, as
/// <c>docs/observability.md</c> lists them: from 1 on about a message, from 10 on about a validator when it is made.
/// </summary>
internal static partial class ValidatorLog
{
    [LoggerMessage(1, LogLevel.Debug, "Accepted assertion {AssertionId} of {Issuer}")]
    public static partial void Accepted(ILogger logger, string assertionId, string issuer);

    [LoggerMessage(2, LogLevel.Warning, "Refused a SAML response: {ErrorId} {Error}")]
    public static partial void Refused(ILogger logger, string errorId, string error);

    [LoggerMessage(3, LogLevel.Error, "The replay store gave no answer; the login was refused")]
    public static partial void ReplayStoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Assertion {AssertionId} is accepted with a warning: {WarningCode}: {Warning}")]
    public static partial void AcceptedWithWarning(
        ILogger logger, string assertionId, string warningCode, string warning);

    [LoggerMessage(10, LogLevel.Warning, "Dangerous.AllowSha1 is set: signatures by SHA-1 are accepted")]
    public static partial void Sha1Allowed(ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "Dangerous.MinimumRsaKeyBits is {Bits}: small RSA keys are accepted")]
    public static partial void SmallKeysAllowed(ILogger logger, int bits);

    [LoggerMessage(
        12,
        LogLevel.Information,
        "Validates responses of {Issuer} to {ServiceProvider} at {AssertionConsumerServiceUrl}: {RequiredSignatures} "
        + "signed, by one of {Certificates} certificates; clocks may differ by {ClockSkew}")]
    public static partial void Made(
        ILogger logger,
        string issuer,
        string serviceProvider,
        string assertionConsumerServiceUrl,
        string requiredSignatures,
        int certificates,
        string clockSkew);

    [LoggerMessage(
        13, LogLevel.Warning, "The signing certificate {Subject} (SHA-256 {Sha256}) expires at {NotAfter}, in {Days} days")]
    public static partial void CertificateExpiresSoon(
        ILogger logger, string subject, string sha256, string notAfter, int days);

    [LoggerMessage(14, LogLevel.Warning, "The signing certificate {Subject} (SHA-256 {Sha256}) expired at {NotAfter}")]
    public static partial void CertificateExpired(ILogger logger, string subject, string sha256, string notAfter);

    [LoggerMessage(
        15, LogLevel.Warning, "The signing certificate {Subject} (SHA-256 {Sha256}) is not valid before {NotBefore}")]
    public static partial void CertificateNotYetValid(ILogger logger, string subject, string sha256, string notBefore);
}
