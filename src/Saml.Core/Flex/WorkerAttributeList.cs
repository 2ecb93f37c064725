using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saml.Core.Flex;

/// <summary>
/// What Flex stores with a worker: names without their types, values of their types, and the JSON that TaskRouter gets.
/// A worker attribute is made of the first name that becomes it. Left out are the others, names that are URIs, values that
/// hold elements, and typed ones that are not of their type.
/// </summary>
internal static class WorkerAttributeList
{
    // TaskRouter counts characters. What no reader of JSON needs escaped is written as it is, so that a name in Greek is
    // as long as it looks.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // White space that is trimmed off at each end before two values are compared. The first value is compared with every other
    // one of its name, so that more of it would be looked at over and over.
    private const int MaxPadding = 256;

    /// <summary>Those that are rules' matter first, then every other in ordinal order of its name.</summary>
    public static IReadOnlyList<FlexAttribute> Read(
        string fullName, string email, IReadOnlyList<FlexRole> roles, string? imageUrl, IReadOnlyList<SamlAttribute> sent)
    {
        List<FlexAttribute> read =
        [
            Text(FlexNames.FullName, fullName),
            Text(FlexNames.Email, email),
            new(FlexNames.Roles, FlexAttributeType.StringArray, Array.AsReadOnly([.. roles.Select(role => role.Name)])),
        ];
        if (sent.Any(attribute => attribute.Name == FlexNames.ImageUrl))
        {
            read.Add(Text(FlexNames.ImageUrl, imageUrl));
        }

        HashSet<string> taken = new(StringComparer.Ordinal);
        List<FlexAttribute> further = [];
        foreach (IGrouping<string, SamlAttribute> elements in sent.GroupBy(one => one.Name, StringComparer.Ordinal))
        {
            if (ReadFurther(elements.Key, [.. elements], taken) is { } attribute)
            {
                further.Add(attribute);
            }
        }

        read.AddRange(further.OrderBy(attribute => attribute.Name, StringComparer.Ordinal));
        return read.AsReadOnly();
    }

    /// <summary>One JSON object; the same text for the same attributes.</summary>
    public static string ToJson(IReadOnlyList<FlexAttribute> attributes) =>
        Encoding.UTF8.GetString(Write(attributes).WrittenSpan);

    /// <summary>The typed attributes that are not of their type, each with the reason.</summary>
    public static NameList Invalid(in FlexContext context)
    {
        NameList invalid = default;
        for (int i = 0; i < context.Attributes.Count; i++)
        {
            SamlAttribute attribute = context.Attributes[i];
            AttributeName name = AttributeName.Of(attribute.Name);
            if (name.Type is not { } type)
            {
                continue;
            }

            int first = context.Targets.First(i, name.Target);
            string? problem = FindProblem(context.Attributes[first], attribute, type);
            if (problem is not null)
            {
                invalid.Add(attribute.Name, problem);
            }
        }

        return invalid;
    }

    /// <summary>
    /// Why an attribute is not of its type, in words without a value; null when it is. One value may be sent several
    /// times, but no other one.
    /// </summary>
    public static string? FindProblem(SamlAttribute first, SamlAttribute attribute, FlexAttributeType type)
    {
        if (TypedValue.FindProblem(attribute.Values, type) is { } problem)
        {
            return problem;
        }

        bool isSecond = !TypedValue.IsArray(type) && first.Name == attribute.Name;
        return isSecond && !OneText(first).SequenceEqual(OneText(attribute)) ? "sent with different values" : null;
    }

    private static FlexAttribute? ReadFurther(string sentName, SamlAttribute[] elements, HashSet<string> taken)
    {
        AttributeName name = AttributeName.Of(sentName);
        string target = name.Target.ToString();
        if (FlexNames.IsUri(sentName) || FlexNames.IsOwn(target) || !taken.Add(target))
        {
            return null;
        }

        SamlAttributeValue[] values = [.. elements.SelectMany(element => element.Values)];
        if (name.Type is { } type)
        {
            return elements.All(element => FindProblem(elements[0], element, type) is null)
                ? TypedValue.Read(target, type, name.IsArray ? values : elements[0].Values)
                : null;
        }

        if (values.Any(value => value.HasElements))
        {
            return null;
        }

        return values.Length <= 1
            ? TypedValue.Read(target, FlexAttributeType.String, values)
            : new FlexAttribute(
                target, FlexAttributeType.StringArray, Array.AsReadOnly([.. values.Select(value => value.Text ?? "")]));
    }

    private static ReadOnlySpan<char> OneText(SamlAttribute attribute)
    {
        ReadOnlySpan<char> text = attribute.Values.Count == 0 ? [] : attribute.Values[0].Text;
        int start = Math.Min(text.Length, MaxPadding);
        start -= text[..start].TrimStart(Blank.WhiteSpace).Length;
        text = text[start..];
        int end = Math.Max(0, text.Length - MaxPadding);
        return text[..(end + text[end..].TrimEnd(Blank.WhiteSpace).Length)];
    }

    private static FlexAttribute Text(string name, string? text) =>
        new(name, FlexAttributeType.String, text is null ? [] : Array.AsReadOnly([text]));

    private static ArrayBufferWriter<byte> Write(IReadOnlyList<FlexAttribute> attributes)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = Encoder });
        json.WriteStartObject();
        foreach (FlexAttribute attribute in attributes)
        {
            json.WritePropertyName(attribute.Name);
            Write(json, attribute);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer;
    }

    private static void Write(Utf8JsonWriter json, FlexAttribute attribute)
    {
        bool isArray = TypedValue.IsArray(attribute.Type);
        if (attribute.IsEmpty && !isArray)
        {
            // What clears a worker attribute, of whatever type.
            json.WriteStringValue("");
            return;
        }

        if (isArray)
        {
            json.WriteStartArray();
        }

        foreach (string text in attribute.Texts)
        {
            json.WriteStringValue(text);
        }

        foreach (long integer in attribute.Integers)
        {
            json.WriteNumberValue(integer);
        }

        foreach (bool boolean in attribute.Booleans)
        {
            json.WriteBooleanValue(boolean);
        }

        if (isArray)
        {
            json.WriteEndArray();
        }
    }
}
