namespace Saml.Core;

/// <summary>What becomes of a login when a typed attribute, such as <c>skill.int</c>, is not of its type.</summary>
public enum FlexTypedAttributes
{
    /// <summary>
    /// It is refused, with <see cref="SamlErrorCode.AttributeTypeInvalid"/>: Flex would change nothing at all.
    /// </summary>
    Strict,

    /// <summary>The attribute is left out, with <see cref="SamlWarningCode.AttributeTypeIgnored"/>.</summary>
    Lenient,
}
