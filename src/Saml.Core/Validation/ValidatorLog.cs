using Microsoft.Extensions.Logging;

namespace Saml.Core.Validation;

/// <summary>Everything that is logged: ids and codes, no personal data at any level.</summary>
internal static partial class ValidatorLog
{
    [LoggerMessage(1, LogLevel.Debug, "Accepted assertion {AssertionId} of {Issuer}")]
    public static partial void Accepted(ILogger logger, string assertionId, string issuer);

    [LoggerMessage(2, LogLevel.Warning, "Refused a SAML response: {ErrorId} {Error}")]
    public static partial void Refused(ILogger logger, string errorId, string error);

    [LoggerMessage(3, LogLevel.Error, "The replay store gave no answer; the login was refused")]
    public static partial void ReplayStoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Warning, "Dangerous.AllowSha1 is set: signatures by SHA-1 are accepted")]
    public static partial void Sha1Allowed(ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "Dangerous.MinimumRsaKeyBits is {Bits}: small RSA keys are accepted")]
    public static partial void SmallKeysAllowed(ILogger logger, int bits);
}
