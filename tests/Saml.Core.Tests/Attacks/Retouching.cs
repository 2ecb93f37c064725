using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>Attacks on messages other than the usual one, whose text was changed after the genuine key signed it.</summary>
internal static class Retouching
{
    /// <summary>Another template; the twin is the message before its text was changed.</summary>
    public static IEnumerable<Attack> Retouched(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<ResponseTemplate, ResponseTemplate> template,
        Func<string, string> change,
        Control control = Control.Twin)
    {
        ResponseTemplate signed = template(SignedMessage.Template);
        return Retouched(bases, row, name, expected, signed.ToXml, change, control)
            .Select(attack => attack with { Signed = signed });
    }

    /// <summary>An odd text that the genuine key signed as it is; the twin is that text.</summary>
    public static IEnumerable<Attack> Retouched(
        Bases bases,
        string row,
        string name,
        SamlErrorCode expected,
        Func<string> text,
        Func<string, string> change,
        Control control = Control.Twin) =>
        bases.Placements().Select(placement => new Attack(row, $"{name} ({placement})", expected)
        {
            Message = () => SignedMessage.Change(Keys.Rsa.Sign(text(), placement), change),
            Twin = () => Keys.Rsa.Sign(text(), placement),
            Control = control,
        });

    /// <summary>Octets that no text has, where every U+0080 to U+00FF stands for one of them.</summary>
    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>What the signed text says, where it is not what the usual template says.</summary>
    public static IEnumerable<Attack> Saying(
        this IEnumerable<Attack> attacks, Func<ResponseTemplate, ResponseTemplate> change) =>
        attacks.Select(attack => attack with { Signed = change(attack.Signed) });

    /// <summary>The same messages before another service provider.</summary>
    public static IEnumerable<Attack> Before(this IEnumerable<Attack> attacks, Func<ServiceProvider> serviceProvider) =>
        attacks.Select(attack => attack with { Options = () => serviceProvider().ToOptions() });
}
