namespace Saml.Core;

/// <summary>
/// Remembers which assertions have been used (SAML Profiles 4.1.4.5). A service that runs on several machines shares
/// one store between them.
/// </summary>
public interface IReplayStore
{
    /// <summary>Adds a key, atomically: of any number of calls with the same key exactly one gets true.</summary>
    /// <param name="key">Made by the validator from the issuer and the assertion's ID; compare it ordinally.</param>
    /// <param name="expiresAt">The key must be kept at least until then; it must not be dropped before to make room.</param>
    /// <param name="cancellationToken">The caller's own.</param>
    /// <returns>True for the first call with the key, false for every other one.</returns>
    /// <exception cref="Exception">
    /// Whatever prevents an answer. The login is refused as <see cref="SamlErrorCode.ReplayStoreUnavailable"/>.
    /// </exception>
    ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}
