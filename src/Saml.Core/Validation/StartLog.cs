using System.Globalization;
using Microsoft.Extensions.Logging;
using Saml.Core.Errors;
using Saml.Core.Signatures;

namespace Saml.Core.Validation;

/// <summary>What a new validator says of its settings: what it expects, what weakens it, which certificates end.</summary>
internal static class StartLog
{
    public static void Write(ILogger logger, SamlValidatorOptions options)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            ValidatorLog.Made(
                logger,
                options.IdentityProvider.EntityId,
                options.ServiceProviderEntityId,
                options.AssertionConsumerServiceUrl,
                options.RequiredSignatures.ToString(),
                options.IdentityProvider.Keys.Count,
                options.ClockSkew.ToString("c", CultureInfo.InvariantCulture));
        }

        WriteDangerous(logger, options.Dangerous);
        if (options.CertificateExpiry != CertificateExpiryPolicy.Ignore)
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            foreach (TrustedKey key in options.IdentityProvider.Keys)
            {
                WriteCertificate(logger, key, now);
            }
        }
    }

    private static void WriteDangerous(ILogger logger, DangerousOptions dangerous)
    {
        if (dangerous.AllowSha1)
        {
            ValidatorLog.Sha1Allowed(logger);
        }

        if (dangerous.MinimumRsaKeyBits < new DangerousOptions().MinimumRsaKeyBits)
        {
            ValidatorLog.SmallKeysAllowed(logger, dangerous.MinimumRsaKeyBits);
        }
    }

    private static void WriteCertificate(ILogger logger, TrustedKey key, DateTimeOffset now)
    {
        if (now > key.NotAfter)
        {
            ValidatorLog.CertificateExpired(logger, key.Subject, key.Sha256, SafeText.Of(key.NotAfter));
        }
        else if (now < key.NotBefore)
        {
            ValidatorLog.CertificateNotYetValid(logger, key.Subject, key.Sha256, SafeText.Of(key.NotBefore));
        }
        else if (key.NotAfter - now < AcceptanceWarnings.ExpirySoon)
        {
            ValidatorLog.CertificateExpiresSoon(
                logger, key.Subject, key.Sha256, SafeText.Of(key.NotAfter), (key.NotAfter - now).Days);
        }
    }
}
