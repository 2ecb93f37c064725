namespace Saml.Core.Testing.Rendering;

/// <summary>Pieces of XML text, escaped so that a parser gives back the same characters.</summary>
internal static class Markup
{
    /// <summary>An attribute with a blank before it; nothing when the value is null.</summary>
    public static string Attribute(string name, string? value) =>
        value is null ? "" : $" {name}=\"{EscapeAttribute(value)}\"";

    // A literal CR would be read as LF (XML 1.0, 2.11).
    public static string Text(string value) =>
        value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", "&#13;");

    // Literal white space in an attribute would be read as blanks (XML 1.0, 3.3.3).
    private static string EscapeAttribute(string value) =>
        Text(value).Replace("\"", "&quot;").Replace("\t", "&#9;").Replace("\n", "&#10;");
}
