using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>
/// Attributes by the exact Name that Flex maps, with their text trimmed of XML white space. Absent, empty and valued
/// are told apart; what nearly has the name is diagnosed, never accepted.
/// </summary>
/// <remarks>Attributes are walked by index on the way to an identity: each walk by foreach makes an enumerator.</remarks>
internal static class FlexAttributes
{
    private static readonly char[] s_whiteSpace = [' ', '\t', '\r', '\n'];

    /// <summary>The one text of an attribute that has to have one.</summary>
    public static string Required(IReadOnlyList<SamlAttribute> attributes, string name, ref WarningList warnings)
    {
        string? text = Single(attributes, name, ref warnings, out bool isPresent);
        if (!isPresent)
        {
            throw Missing(attributes, name);
        }

        return text ?? throw new SamlRejection(SamlErrorCode.RequiredAttributeEmpty, name);
    }

    /// <summary>The one text of an attribute; null when it is absent or empty.</summary>
    public static string? Optional(IReadOnlyList<SamlAttribute> attributes, string name, ref WarningList warnings) =>
        Single(attributes, name, ref warnings, out _);

    /// <summary>An attribute that has to be there, but may be sent as several elements with the same Name.</summary>
    public static void CheckPresent(IReadOnlyList<SamlAttribute> attributes, string name, ref WarningList warnings)
    {
        int elements = 0;
        for (int i = 0; i < attributes.Count; i++)
        {
            elements += IsNamed(attributes[i], name) ? 1 : 0;
        }

        if (elements == 0)
        {
            throw Missing(attributes, name);
        }

        if (elements > 1)
        {
            warnings.Add(
                SamlWarningCode.DuplicateAttribute, $"Attribute {name} was sent {Number(elements)} times and merged.");
        }
    }

    public static bool IsNamed(SamlAttribute attribute, string name) =>
        string.Equals(attribute.Name, name, StringComparison.Ordinal);

    public static string Text(SamlAttributeValue value, string name) =>
        value.HasElements
            ? throw new SamlRejection(SamlErrorCode.AttributeNotText, name)
            : value.Text ?? "";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Single(
        IReadOnlyList<SamlAttribute> attributes, string name, ref WarningList warnings, out bool isPresent)
    {
        string? found = null;
        int elements = 0;
        bool isTrimmed = false;
        for (int i = 0; i < attributes.Count; i++)
        {
            if (!IsNamed(attributes[i], name))
            {
                continue;
            }

            string? text = SingleText(attributes[i], name, ref isTrimmed);
            if (elements > 0 && !string.Equals(text, found, StringComparison.Ordinal))
            {
                throw new SamlRejection(SamlErrorCode.DuplicateAttributeConflict, name);
            }

            found = text;
            elements++;
        }

        isPresent = elements > 0;
        WarnOfSingle(name, elements, isTrimmed, ref warnings);
        return found;
    }

    private static void WarnOfSingle(string name, int elements, bool isTrimmed, ref WarningList warnings)
    {
        if (isTrimmed)
        {
            warnings.Add(
                SamlWarningCode.ValueTrimmed, $"White space around the value of attribute {name} was removed.");
        }

        if (elements > 1)
        {
            warnings.Add(
                SamlWarningCode.DuplicateAttribute,
                $"Attribute {name} was sent {Number(elements)} times with the same value.");
        }
    }

    private static string? SingleText(SamlAttribute attribute, string name, ref bool isTrimmed)
    {
        if (attribute.Values.Count > 1)
        {
            throw new SamlRejection(SamlErrorCode.AttributeHasMultipleValues, name, Number(attribute.Values.Count));
        }

        if (attribute.Values.Count == 0)
        {
            return null;
        }

        string text = Text(attribute.Values[0], name);
        string trimmed = text.Trim(s_whiteSpace);
        if (trimmed.Length == 0)
        {
            return null;
        }

        isTrimmed |= trimmed.Length != text.Length;
        return trimmed;
    }

    /// <summary>Says which attribute was probably meant, when there is one.</summary>
    private static SamlRejection Missing(IReadOnlyList<SamlAttribute> attributes, string name)
    {
        foreach (SamlAttribute attribute in attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return new SamlRejection(SamlErrorCode.AttributeNameCase, name, attribute.Name);
            }
        }

        foreach (SamlAttribute attribute in attributes)
        {
            if (IsNamespaced(attribute.Name, name))
            {
                return new SamlRejection(SamlErrorCode.AttributeNamespaced, name, attribute.Name);
            }
        }

        return new SamlRejection(SamlErrorCode.RequiredAttributeMissing, name, Names(attributes));
    }

    // As many as an error has room for.
    private static string Names(IReadOnlyList<SamlAttribute> attributes)
    {
        List<string> names = [];
        int length = 0;
        for (int i = 0; i < attributes.Count && length <= SafeText.MaxListLength; i++)
        {
            names.Add(SafeText.Of(attributes[i].Name));
            length += names[^1].Length + ", ".Length;
        }

        return string.Join(", ", names);
    }

    private static bool IsNamespaced(string sent, string name)
    {
        if (!sent.Contains("://", StringComparison.Ordinal) && !sent.StartsWith("urn:", StringComparison.Ordinal))
        {
            return false;
        }

        string last = sent[(sent.LastIndexOfAny(['/', ':', '#']) + 1)..];
        ReadOnlySpan<string> meant = name switch
        {
            "email" => ["email", "emailaddress", "mail"],
            "roles" => ["roles", "role", "group", "groups"],
            _ => [name, "name", "displayname", "fullname"],
        };
        foreach (string one in meant)
        {
            if (string.Equals(last, one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
