namespace Saml.Core.Tests.AllVectors;

/// <summary>A message that some test knows. It is made when it is opened, each time anew.</summary>
internal sealed record EveryVectorRow(string Name, Func<EveryVectorMessage> Open)
{
    public override string ToString() => Name;
}

/// <summary>What is posted, and the circumstances that it is validated in, which no message has met.</summary>
internal sealed record EveryVectorMessage(SamlValidatorOptions Options, byte[] Octets, ExpectedRequest Request)
{
    private readonly string? _formValue;

    /// <summary>The form field; the base64 of the octets unless something else is posted.</summary>
    public string FormValue
    {
        get => _formValue ?? Convert.ToBase64String(Octets);
        init => _formValue = value;
    }

    /// <summary>The personal data in it, as far as they can be told from its other texts.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = Validation.Secrets.Of(Octets);
}
