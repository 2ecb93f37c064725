using System.Globalization;
using System.Text;

namespace Saml.Core;

/// <summary>
/// The form field RelayState that comes with a response (SAML Bindings 3.5.3). Nothing signs it, so it says nothing about
/// the user: compare it with what was sent, and follow it only to places of your own.
/// </summary>
public static class SamlRelayState
{
    /// <summary>The longest value that the standard allows, in bytes of UTF-8.</summary>
    public const int MaxBytes = 80;

    /// <summary>Says what is wrong with a value by its form.</summary>
    /// <param name="relayState">The form field's value; null or empty is none, and nothing is wrong with that.</param>
    /// <returns><see cref="SamlErrorCode.RelayStateTooLong"/>, or null when nothing is wrong.</returns>
    public static SamlError? FindProblem(string? relayState)
    {
        int bytes = relayState is null ? 0 : Encoding.UTF8.GetByteCount(relayState);
        return bytes <= MaxBytes
            ? null
            : new SamlError(
                SamlErrorCode.RelayStateTooLong,
                MaxBytes.ToString(CultureInfo.InvariantCulture),
                bytes.ToString(CultureInfo.InvariantCulture),
                null,
                null);
    }
}
