using System.Diagnostics.CodeAnalysis;

namespace Saml.Core;

/// <summary>The answer to a posted response: an identity, or the first broken rule. Nothing is filled in half.</summary>
public sealed class SamlValidationResult
{
    internal SamlValidationResult(FlexIdentity identity, SamlAssertion assertion, IReadOnlyList<SamlWarning> warnings)
    {
        Identity = identity;
        Assertion = assertion;
        Warnings = warnings;
    }

    internal SamlValidationResult(SamlError error)
    {
        Error = error;
        Warnings = [];
    }

    /// <summary>Whether the message was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Identity), nameof(Assertion))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Error is null;

    /// <summary>The user; null when refused.</summary>
    public FlexIdentity? Identity { get; }

    /// <summary>The verified assertion; null when refused.</summary>
    public SamlAssertion? Assertion { get; }

    /// <summary>The first broken rule; null when accepted.</summary>
    public SamlError? Error { get; }

    /// <summary>Remarks on an accepted message; empty when refused.</summary>
    public IReadOnlyList<SamlWarning> Warnings { get; }

    /// <summary>The user, or an exception with the error.</summary>
    /// <returns><see cref="Identity"/>.</returns>
    /// <exception cref="SamlValidationException">The message was refused.</exception>
    public FlexIdentity GetRequiredIdentity() => IsValid ? Identity : throw new SamlValidationException(Error);

    /// <summary>The outcome, without values.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => IsValid ? $"accepted: {Identity}" : $"refused: {Error}";
}
