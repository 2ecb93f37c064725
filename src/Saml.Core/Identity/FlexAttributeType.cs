namespace Saml.Core;

/// <summary>The types that Twilio Flex gives to worker attributes, by the suffixes that name them.</summary>
public enum FlexAttributeType
{
    /// <summary>Text: <c>.string</c>, and every name without a type.</summary>
    String,

    /// <summary>A whole number of 64 bits: <c>.int</c>.</summary>
    Int,

    /// <summary>True or false: <c>.boolean</c>.</summary>
    Boolean,

    /// <summary>A list of texts: <c>.stringarray</c>, <c>roles</c>, and several values under a name without a type.</summary>
    StringArray,

    /// <summary>A list of whole numbers: <c>.intarray</c>.</summary>
    IntArray,

    /// <summary>A list of booleans: <c>.booleanarray</c>.</summary>
    BooleanArray,
}
