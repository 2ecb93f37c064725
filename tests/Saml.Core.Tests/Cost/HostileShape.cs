namespace Saml.Core.Tests.Cost;

/// <summary>
/// A message that is made to cost much, of any size, with its row of the attack catalogue.
/// <paramref name="ByDefault"/> answers one of 100 KB under the default limits, <paramref name="Widest"/> one of that size
/// and more under the widest limits that can be set; <see cref="SamlErrorCode.None"/> stands for acceptance.
/// </summary>
internal sealed record HostileShape(
    string Row, string Name, SamlErrorCode ByDefault, SamlErrorCode Widest, Func<int, HostileMessage> OfSize)
{
    public string Title => $"{Row}: {Name}";

    /// <summary>The form field of one with about so many octets of what is hostile about it.</summary>
    public string ToFormValue(int size)
    {
        HostileMessage message = OfSize(size);
        return message.Post(message.ToOctets());
    }

    public override string ToString() => Title;
}
