using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Validation;

/// <summary>The usual changes of a vector, made before the message is signed unless they say otherwise.</summary>
internal static class Change
{
    public static Func<Vector, Vector> Template(Func<ResponseTemplate, ResponseTemplate> change) =>
        vector => vector with { Template = change(vector.Template) };

    public static Func<Vector, Vector> Edit(Action<XDocument> edit) => vector => vector.Edit(edit);

    /// <summary>Sets an attribute of an element; null removes it.</summary>
    public static Func<Vector, Vector> Set(string element, string attribute, string? value) =>
        Edit(x => x.The(element).SetAttributeValue(attribute, value));

    public static Func<Vector, Vector> Text(string element, string text) => Edit(x => x.The(element).Value = text);

    public static Func<Vector, Vector> Rename(string element, XName name) => Edit(x => x.The(element).Name = name);

    public static Func<Vector, Vector> Remove(string element) => Edit(x => x.The(element).Remove());

    public static Func<Vector, Vector> Replace(string element, params XElement[] by) =>
        Edit(x => x.The(element).ReplaceWith(Copies(by)));

    public static Func<Vector, Vector> Before(string element, params XElement[] added) =>
        Edit(x => x.The(element).AddBeforeSelf(Copies(added)));

    public static Func<Vector, Vector> After(string element, params XElement[] added) =>
        Edit(x => x.The(element).AddAfterSelf(Copies(added)));

    public static Func<Vector, Vector> Prepend(string element, params XElement[] added) =>
        Edit(x => x.The(element).AddFirst(Copies(added)));

    public static Func<Vector, Vector> Append(string element, params XElement[] added) =>
        Edit(x => x.The(element).Add(Copies(added)));

    /// <summary>Writes an element again behind itself, once for each ID.</summary>
    public static Func<Vector, Vector> Duplicate(string element, params string?[] ids) => Edit(x =>
    {
        XElement original = x.The(element);
        foreach (string? id in ids)
        {
            XElement copy = new(original);
            copy.SetAttributeValue("ID", id);
            original.AddAfterSelf(copy);
        }
    });

    /// <summary>Moves an element to the place before another one.</summary>
    public static Func<Vector, Vector> Move(string element, string before) => Edit(x =>
    {
        XElement moved = x.The(element);
        moved.Remove();
        x.The(before).AddBeforeSelf(moved);
    });

    /// <summary>Sets an attribute of the Response, but after the signing.</summary>
    public static Func<Vector, Vector> Forge(string attribute, string value) =>
        vector => vector.Tamper(new Regex($"(?<=<saml2p:Response [^>]*\\b{attribute}=\")[^\"]*"), value);

    public static Func<Vector, Vector> And(this Func<Vector, Vector> first, Func<Vector, Vector> second) =>
        vector => second(first(vector));

    // A table's elements are used by every message that is made from it.
    private static object[] Copies(XElement[] elements) => [.. elements.Select(element => new XElement(element))];
}
