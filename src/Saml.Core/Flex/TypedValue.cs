using System.Collections.ObjectModel;
using System.Globalization;

namespace Saml.Core.Flex;

/// <summary>
/// Values of typed attributes. White space of XML around a number, a boolean and the items of a list does not count; a
/// blank value is none.
/// </summary>
internal static class TypedValue
{
    private delegate T ReadItem<out T>(ReadOnlySpan<char> item);

    public static bool IsArray(FlexAttributeType type) =>
        type is FlexAttributeType.StringArray or FlexAttributeType.IntArray or FlexAttributeType.BooleanArray;

    /// <summary>Why values of an Attribute are not of the type, in words without a value; null when they are.</summary>
    public static string? FindProblem(IReadOnlyList<SamlAttributeValue> values, FlexAttributeType type)
    {
        if (values.Count > 1 && !IsArray(type))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{values.Count} values");
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].HasElements)
            {
                return "elements, not text";
            }

            if (!IsOfType(values[i].Text, type))
            {
                return type switch
                {
                    FlexAttributeType.Int => "no integer of 64 bits",
                    FlexAttributeType.IntArray => "no list of integers of 64 bits",
                    FlexAttributeType.Boolean => "neither true nor false",
                    _ => "no list of true and false",
                };
            }
        }

        return null;
    }

    /// <summary>Whether one of the booleans is written as 1, 0, yes or no.</summary>
    public static bool HasUnusualBoolean(IReadOnlyList<SamlAttributeValue> values, FlexAttributeType type)
    {
        if (type is not (FlexAttributeType.Boolean or FlexAttributeType.BooleanArray))
        {
            return false;
        }

        for (int i = 0; i < values.Count; i++)
        {
            ReadOnlySpan<char> text = values[i].Text;
            foreach (Range item in text.Split(','))
            {
                if (TryBoolean(text[item], out _, out bool isUnusual) && isUnusual)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The worker attribute of values that have no problem.</summary>
    public static FlexAttribute Read(string name, FlexAttributeType type, IReadOnlyList<SamlAttributeValue> values) =>
        type switch
        {
            FlexAttributeType.String => new FlexAttribute(name, type, Texts(values)),
            FlexAttributeType.StringArray => new FlexAttribute(name, type, Items(values, static item => new string(item))),
            FlexAttributeType.Int or FlexAttributeType.IntArray => new FlexAttribute(name, type, Items(values, Int)),
            _ => new FlexAttribute(name, type, Items(values, Boolean)),
        };

    private static IReadOnlyList<string> Texts(IReadOnlyList<SamlAttributeValue> values) =>
        values.Count == 0 || string.IsNullOrEmpty(values[0].Text) ? [] : [values[0].Text!];

    private static ReadOnlyCollection<T> Items<T>(IReadOnlyList<SamlAttributeValue> values, ReadItem<T> read)
    {
        List<T> items = [];
        foreach (SamlAttributeValue value in values)
        {
            ReadOnlySpan<char> text = value.Text.AsSpan().Trim(Blank.WhiteSpace);
            if (text.IsEmpty)
            {
                continue;
            }

            foreach (Range item in text.Split(','))
            {
                items.Add(read(text[item].Trim(Blank.WhiteSpace)));
            }
        }

        return items.AsReadOnly();
    }

    private static bool IsOfType(ReadOnlySpan<char> text, FlexAttributeType type)
    {
        text = text.Trim(Blank.WhiteSpace);
        if (text.IsEmpty || type is FlexAttributeType.String or FlexAttributeType.StringArray)
        {
            return true;
        }

        if (!IsArray(type))
        {
            return IsItem(text, type);
        }

        foreach (Range item in text.Split(','))
        {
            if (!IsItem(text[item], type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsItem(ReadOnlySpan<char> text, FlexAttributeType type) =>
        type is FlexAttributeType.Int or FlexAttributeType.IntArray
            ? TryInt(text, out _)
            : TryBoolean(text, out _, out _);

    private static long Int(ReadOnlySpan<char> text) =>
        TryInt(text, out long value) ? value : throw new InvalidOperationException("The value has a problem.");

    private static bool Boolean(ReadOnlySpan<char> text) =>
        TryBoolean(text, out bool value, out _) ? value : throw new InvalidOperationException("The value has a problem.");

    public static bool TryInt(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim(Blank.WhiteSpace);
        value = 0;
        return !text.StartsWith('+')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryBoolean(ReadOnlySpan<char> text, out bool value, out bool isUnusual)
    {
        text = text.Trim(Blank.WhiteSpace);
        bool isTrue = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        bool isFalse = text.Equals("false", StringComparison.OrdinalIgnoreCase);
        bool isYes = text is "1" || text.Equals("yes", StringComparison.OrdinalIgnoreCase);
        bool isNo = text is "0" || text.Equals("no", StringComparison.OrdinalIgnoreCase);
        value = isTrue || isYes;
        isUnusual = isYes || isNo;
        return isTrue || isFalse || isUnusual;
    }
}
