using System.Diagnostics.CodeAnalysis;

namespace Saml.Core;

/// <summary>The answer to a posted response without the Flex mapping: a verified assertion, or the first broken rule.</summary>
public sealed class SamlAssertionResult
{
    internal SamlAssertionResult(SamlAssertion assertion, IReadOnlyList<SamlWarning> warnings)
    {
        Assertion = assertion;
        Warnings = warnings;
    }

    internal SamlAssertionResult(SamlError error)
    {
        Error = error;
        Warnings = [];
    }

    /// <summary>Whether the message was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Assertion))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Error is null;

    /// <summary>The verified assertion; null when refused.</summary>
    public SamlAssertion? Assertion { get; }

    /// <summary>The first broken rule; null when accepted.</summary>
    public SamlError? Error { get; }

    /// <summary>Remarks on an accepted message; empty when refused.</summary>
    public IReadOnlyList<SamlWarning> Warnings { get; }

    /// <summary>The assertion, or an exception with the error.</summary>
    /// <returns><see cref="Assertion"/>.</returns>
    /// <exception cref="SamlValidationException">The message was refused.</exception>
    public SamlAssertion GetRequiredAssertion() => IsValid ? Assertion : throw new SamlValidationException(Error);

    /// <summary>The outcome, without values.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => IsValid ? $"accepted: {Assertion}" : $"refused: {Error}";
}
