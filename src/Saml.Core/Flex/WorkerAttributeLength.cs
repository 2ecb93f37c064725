using System.Globalization;

namespace Saml.Core.Flex;

/// <summary>
/// Counts the characters of JSON that <see cref="WorkerAttributeList"/> writes, without making anything: a message can
/// have very many attributes.
/// </summary>
internal static class WorkerAttributeLength
{
    private const int Few = 32;

    // Punctuation, and names that may stand in the JSON and in no attribute.
    private const int Frame = 64;

    // Quotation marks, brackets, a colon and a comma.
    private const int Punctuation = 16;

    // The most that one character becomes: six when it is escaped, three more as an item of a list.
    private const int MostPerCharacter = 9;

    /// <summary>How many characters, where that is more than a limit; otherwise 0.</summary>
    public static int IfOver(int limit, in FlexContext context)
    {
        // The usual message is so short that nothing has to be counted.
        if (AtMost(context.Attributes) <= limit)
        {
            return 0;
        }

        int length = Count(context);
        return length > limit ? length : 0;
    }

    private static long AtMost(IReadOnlyList<SamlAttribute> attributes)
    {
        long characters = 0;
        long parts = 0;
        for (int i = 0; i < attributes.Count; i++)
        {
            // Groups, which can be very many, mostly come under such a name.
            if (FlexNames.IsUri(attributes[i].Name))
            {
                continue;
            }

            IReadOnlyList<SamlAttributeValue> values = attributes[i].Values;
            characters += attributes[i].Name.Length;
            parts += 1 + values.Count;
            for (int value = 0; value < values.Count; value++)
            {
                characters += values[value].Text?.Length ?? 0;
            }
        }

        return Frame + (parts * Punctuation) + (characters * MostPerCharacter);
    }

    private static int Count(in FlexContext context)
    {
        IReadOnlyList<SamlAttribute> attributes = context.Attributes;
        Span<Part> parts = attributes.Count <= Few ? stackalloc Part[Few] : new Part[attributes.Count];
        for (int i = 0; i < attributes.Count; i++)
        {
            AttributeName name = AttributeName.Of(attributes[i].Name);
            int first = context.Targets.First(i, name.Target);
            bool isFirstName = attributes[first].Name == attributes[i].Name;
            if (!isFirstName || FlexNames.IsUri(name.Target) || FlexNames.IsOwn(name.Target))
            {
                continue;
            }

            ref Part part = ref parts[first];
            part.IsSent = true;
            if (name.Type is { } type)
            {
                Add(ref part, attributes[first], attributes[i], type);
            }
            else
            {
                Add(ref part, attributes[i].Values);
            }
        }

        int length = Own(context);
        for (int i = 0; i < attributes.Count; i++)
        {
            AttributeName name = AttributeName.Of(attributes[i].Name);
            length += parts[i].IsSent && !parts[i].IsLeftOut
                ? ",:".Length + Quoted(name.Target) + parts[i].Length(name.Type)
                : 0;
        }

        return length;
    }

    private static int Own(in FlexContext context)
    {
        int length = "{:,:,:[]}".Length
            + Quoted(FlexNames.FullName) + Quoted(context.FullName.Text)
            + Quoted(FlexNames.Email) + Quoted(context.Email.Text)
            + Quoted(FlexNames.Roles) + Math.Max(0, context.Roles.Roles.Count - 1);
        foreach (FlexRole role in context.Roles.Roles)
        {
            length += Quoted(role.Name);
        }

        return length + (context.ImageUrl.State == SingleState.Absent
            ? 0
            : ",:".Length + Quoted(FlexNames.ImageUrl) + Quoted(context.ImageUrl.Text));
    }

    private static void Add(ref Part part, IReadOnlyList<SamlAttributeValue> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            part.IsLeftOut |= values[i].HasElements;
            part.Add(Quoted(values[i].Text));
        }
    }

    private static void Add(ref Part part, SamlAttribute first, SamlAttribute attribute, FlexAttributeType type)
    {
        bool isArray = TypedValue.IsArray(type);
        part.IsLeftOut |= WorkerAttributeList.FindProblem(first, attribute, type) is not null;
        bool isSecondScalar = !isArray && part.HasElement;
        part.HasElement = true;
        if (part.IsLeftOut || isSecondScalar)
        {
            return;
        }

        for (int i = 0; i < attribute.Values.Count; i++)
        {
            ReadOnlySpan<char> text = attribute.Values[i].Text;
            ReadOnlySpan<char> trimmed = text.Trim(Blank.WhiteSpace);
            if (type == FlexAttributeType.String && !text.IsEmpty)
            {
                part.Add(Quoted(text));
            }
            else if (!isArray && !trimmed.IsEmpty)
            {
                part.Add(Item(trimmed, type));
            }
            else if (!trimmed.IsEmpty)
            {
                foreach (Range item in trimmed.Split(','))
                {
                    part.Add(Item(trimmed[item].Trim(Blank.WhiteSpace), type));
                }
            }
        }
    }

    private static int Item(ReadOnlySpan<char> text, FlexAttributeType type)
    {
        if (type == FlexAttributeType.StringArray)
        {
            return Quoted(text);
        }

        if (type is FlexAttributeType.Boolean or FlexAttributeType.BooleanArray)
        {
            return TypedValue.TryBoolean(text, out bool value, out _) && value ? "true".Length : "false".Length;
        }

        // The longest is -9223372036854775808.
        Span<char> digits = stackalloc char[20];
        return TypedValue.TryInt(text, out long integer)
            && integer.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture)
            ? length
            : 0;
    }

    private static int Quoted(ReadOnlySpan<char> text)
    {
        int length = "\"\"".Length;
        Span<char> escaped = stackalloc char[256];
        while (!text.IsEmpty)
        {
            WorkerAttributeList.Encoder.Encode(text, escaped, out int read, out int written);
            text = text[read..];
            length += written;
        }

        return length;
    }

    /// <summary>The value of one worker attribute, which several Attribute elements may add to.</summary>
    private struct Part
    {
        private int _length;

        public bool IsSent { get; set; }

        /// <summary>An Attribute element was read for it; of a scalar no other counts.</summary>
        public bool HasElement { get; set; }

        public bool IsLeftOut { get; set; }

        public int Items { get; private set; }

        public void Add(int length)
        {
            _length += length;
            Items++;
        }

        public readonly int Length(FlexAttributeType? type)
        {
            bool isArray = type is { } own ? TypedValue.IsArray(own) : Items > 1;
            return isArray
                ? "[]".Length + _length + Math.Max(0, Items - 1)
                : Items == 0 ? "\"\"".Length : _length;
        }
    }
}
