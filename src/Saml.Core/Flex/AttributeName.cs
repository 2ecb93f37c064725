using System.Buffers;
using System.Text;

namespace Saml.Core.Flex;

/// <summary>
/// The Name of an attribute, as Flex takes it apart: the name of the worker attribute, and its type where the last part
/// behind a dot is one of six, in lower case. <c>channel.&lt;channel&gt;.availability</c> and <c>….capacity</c> have
/// types without naming them.
/// </summary>
internal readonly ref struct AttributeName
{
    private AttributeName(ReadOnlySpan<char> target, FlexAttributeType? type, bool hasUnknownType = false)
    {
        Target = target;
        Type = type;
        HasUnknownType = hasUnknownType;
    }

    /// <summary>The name of the worker attribute.</summary>
    public ReadOnlySpan<char> Target { get; }

    /// <summary>The type; null where the name says none.</summary>
    public FlexAttributeType? Type { get; }

    /// <summary>The name ends in what looks like a type and is none.</summary>
    public bool HasUnknownType { get; }

    /// <summary>The type is that of a list.</summary>
    public bool IsArray =>
        Type is FlexAttributeType.StringArray or FlexAttributeType.IntArray or FlexAttributeType.BooleanArray;

    public static AttributeName Of(ReadOnlySpan<char> name)
    {
        int dot = name.LastIndexOf('.');
        if (dot <= 0 || FlexNames.IsUri(name))
        {
            return new AttributeName(name, null);
        }

        ReadOnlySpan<char> last = name[(dot + 1)..];
        FlexAttributeType? type = TypeOf(last);
        if (type is not null)
        {
            return new AttributeName(name[..dot], type);
        }

        type = IsOfChannel(name[..dot]) ? ChannelTypeOf(last) : null;
        return new AttributeName(name, type, type is null && LooksLikeType(last));
    }

    private static FlexAttributeType? TypeOf(ReadOnlySpan<char> last) => last switch
    {
        "string" => FlexAttributeType.String,
        "int" => FlexAttributeType.Int,
        "boolean" => FlexAttributeType.Boolean,
        "stringarray" => FlexAttributeType.StringArray,
        "intarray" => FlexAttributeType.IntArray,
        "booleanarray" => FlexAttributeType.BooleanArray,
        _ => null,
    };

    private static FlexAttributeType? ChannelTypeOf(ReadOnlySpan<char> last) => last switch
    {
        "availability" => FlexAttributeType.Boolean,
        "capacity" => FlexAttributeType.Int,
        _ => null,
    };

    private static bool IsOfChannel(ReadOnlySpan<char> name)
    {
        const string start = "channel.";
        return name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length
            && !name[start.Length..].Contains('.');
    }

    private static bool LooksLikeType(ReadOnlySpan<char> last)
    {
        Span<char> lower = stackalloc char[16];
        ReadOnlySpan<char> word = Ascii.ToLower(last, lower, out int length) == OperationStatus.Done ? lower[..length] : [];
        return TypeOf(word) is not null
            || word is "integer" or "number" or "long" or "float" or "double" or "decimal" or "bool" or "str"
            || word is "array" or "list" or "stringlist" or "intlist" or "strings" or "ints" or "json";
    }
}
