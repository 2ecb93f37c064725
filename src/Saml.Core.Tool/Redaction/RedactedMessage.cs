using System.Text;
using System.Text.RegularExpressions;

namespace Saml.Core.Tool.Redaction;

/// <summary>
/// A message whose structure stays while its values are replaced. What is not known to be harmless is replaced; what is
/// kept, and what becomes of the rest, is in <c>docs/tool.md</c>.
/// </summary>
internal sealed partial class RedactedMessage
{
    private static readonly char[] s_whiteSpace = [' ', '\t', '\r', '\n'];

    private static readonly HashSet<string> s_instants = new(StringComparer.Ordinal)
    {
        "IssueInstant", "NotBefore", "NotOnOrAfter", "AuthnInstant", "SessionNotOnOrAfter", "AuthenticationInstant",
        "validUntil",
    };

    private static readonly HashSet<string> s_ids = new(StringComparer.Ordinal)
    {
        "ID", "Id", "id", "AssertionID", "ResponseID", "RequestID", "InResponseTo", "SessionIndex",
    };

    private static readonly HashSet<string> s_base64 = new(StringComparer.Ordinal)
    {
        "SignatureValue", "DigestValue", "X509Certificate", "X509CRL", "X509SKI", "X509Digest", "CipherValue",
        "Modulus", "Exponent", "PublicKey", "P", "Q", "G", "Y", "J",
    };

    private static readonly HashSet<string> s_booleans = new(StringComparer.Ordinal)
    {
        "nil", "ForceAuthn", "IsPassive", "AllowCreate", "isDefault",
    };

    private static readonly HashSet<string> s_versions = new(StringComparer.Ordinal)
    {
        "Version", "MajorVersion", "MinorVersion",
    };

    private readonly List<Piece> _pieces;
    private readonly ShiftedInstants _instants = new();
    private readonly Pseudonyms _ids = new(Mask.Text);
    private readonly Pseudonyms _namespaces = new(ReplaceUrl);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal)
    {
        "#default", "xs", "xsd", "xsi", "ds", "dsig", "ec", "xenc", "saml", "samlp", "saml2", "saml2p",
    };

    private bool _isInRoles;

    private RedactedMessage(List<Piece> pieces) => _pieces = pieces;

    /// <summary>Redacts XML.</summary>
    /// <exception cref="ToolException">It is not well-formed, or has a DTD.</exception>
    public static string Of(string xml)
    {
        RedactedMessage message = new(Pieces.Read(xml));
        message.Announce();
        return message.Write();
    }

    // What is replaced with regard to others has to be known before the first of them is written.
    private void Announce()
    {
        foreach (Piece piece in _pieces)
        {
            string text = Value.Of(piece).Text.Trim(s_whiteSpace);
            if (FindPrefix(piece) is { } prefix)
            {
                _prefixes.Add(prefix);
                _namespaces.Announce(text);
            }
            else if (IsInstant(piece))
            {
                _instants.Announce(text);
            }
            else if (IsId(piece))
            {
                _ids.Announce(text);
            }
            else if (IsReference(piece, text))
            {
                _ids.Announce(text[1..]);
            }
        }
    }

    private string Write()
    {
        StringBuilder output = new();
        foreach (Piece piece in _pieces)
        {
            if (piece.Kind == PieceKind.Markup)
            {
                output.Append(piece.Text);
                continue;
            }

            Value value = Value.Of(piece);
            value.Write(output, Replace(piece, value.Text));
        }

        return output.ToString();
    }

    private string Replace(Piece piece, string text)
    {
        if (piece.Kind is PieceKind.Comment or PieceKind.Instruction)
        {
            return Mask.Text(text);
        }

        string core = text.Trim(s_whiteSpace);
        int start = core.Length == 0 ? 0 : text.IndexOf(core, StringComparison.Ordinal);
        string replaced = core.Length == 0
            ? ""
            : piece.Kind == PieceKind.AttributeValue ? ReplaceAttribute(piece, core) : ReplaceText(piece, core);
        return text[..start] + replaced + text[(start + core.Length)..];
    }

    private string ReplaceAttribute(Piece piece, string text)
    {
        if (FindPrefix(piece) is not null)
        {
            return ReplaceNamespace(text);
        }

        if (IsInstant(piece))
        {
            return _instants.Shift(text) ?? Mask.Text(text);
        }

        if (IsId(piece))
        {
            return _ids.Of(text);
        }

        if (IsReference(piece, text))
        {
            return "#" + _ids.Of(text[1..]);
        }

        return ReplaceByName(piece, text);
    }

    private string ReplaceByName(Piece piece, string text) => (piece.LocalElement, piece.LocalAttribute) switch
    {
        ("Attribute", "Name" or "AttributeName") => ReplaceAttributeName(text),
        ("Attribute", "FriendlyName") => FlexVocabulary.ReplaceName(text),
        ("Attribute", "AttributeNamespace") => ReplaceNamespace(text),
        (_, "PrefixList") => ReplacePrefixes(text),
        (_, "type") when piece.Attribute != "type" => ReplaceType(text),
        (_, string name) when s_versions.Contains(name) && text is "2.0" or "1.1" or "1.0" or "2" or "1" or "0" => text,
        (_, string name) when s_booleans.Contains(name) && text is "true" or "false" or "1" or "0" => text,
        (_, "space") when piece.Attribute == "xml:space" && text is "preserve" or "default" => text,
        _ => ReplaceAny(text),
    };

    private string ReplaceText(Piece piece, string text)
    {
        if (s_base64.Contains(piece.LocalElement))
        {
            return Mask.Base64(text);
        }

        return piece.LocalElement switch
        {
            "AttributeValue" when _isInRoles => FlexVocabulary.ReplaceRoles(text),
            "SessionIndex" => _ids.Of(text),
            _ => ReplaceAny(text),
        };
    }

    private static string ReplaceAny(string text) =>
        Vocabulary.IsIdentifier(text) ? text : ReplaceUrl(text);

    private static string ReplaceUrl(string text) => UrlFamilies.Replace(text) ?? Mask.Text(text);

    private string ReplaceAttributeName(string text)
    {
        _isInRoles = FlexVocabulary.NamesRoles(text);
        return FlexVocabulary.ReplaceName(text);
    }

    private string ReplaceNamespace(string text) => Vocabulary.IsNamespace(text) ? text : _namespaces.Of(text);

    private string ReplacePrefixes(string text) => Token().Replace(
        text, match => _prefixes.Contains(match.Value) ? match.Value : Mask.Text(match.Value));

    private string ReplaceType(string text)
    {
        int local = text.IndexOf(':', StringComparison.Ordinal) + 1;
        bool isKnown = Vocabulary.IsType(text[local..]) && (local == 0 || _prefixes.Contains(text[..(local - 1)]));
        return isKnown ? text : Mask.Text(text);
    }

    // The prefix that a namespace declaration declares; empty for the default namespace.
    private static string? FindPrefix(Piece piece) => piece.Attribute switch
    {
        "xmlns" => "",
        ['x', 'm', 'l', 'n', 's', ':', .. string prefix] => prefix,
        _ => null,
    };

    private static bool IsInstant(Piece piece) =>
        piece.Kind == PieceKind.AttributeValue && s_instants.Contains(piece.LocalAttribute);

    private static bool IsId(Piece piece) => piece.Kind == PieceKind.AttributeValue
        ? s_ids.Contains(piece.LocalAttribute)
        : piece.Kind is PieceKind.Text or PieceKind.Literal && piece.LocalElement == "SessionIndex";

    private static bool IsReference(Piece piece, string text) =>
        piece.Kind == PieceKind.AttributeValue && piece.LocalAttribute == "URI" && text is ['#', _, ..];

    [GeneratedRegex("[^ \t\r\n]+")]
    private static partial Regex Token();
}
