namespace Saml.Core.Testing.Signing;

/// <summary>A place in a message's text where a child element can be put in.</summary>
internal sealed class SplicePoint
{
    private readonly string _before;
    private readonly string _behind;

    private SplicePoint(string before, string behind, int ordinal)
    {
        _before = before;
        _behind = behind;
        Ordinal = ordinal;
    }

    /// <summary>How many elements of the document start before the inserted one.</summary>
    public int Ordinal { get; }

    public static SplicePoint Find(XmlOutline outline, OutlineElement parent, SignaturePosition position)
    {
        int offset = Offset(outline, parent, position);
        int ordinal = outline.Elements.Count(element => element.Start < offset);
        string before = outline.Text[..offset];
        string behind = outline.Text[offset..];
        return parent.IsEmpty
            ? new SplicePoint(before[..^"/>".Length] + ">", $"</{parent.QualifiedName}>" + behind, ordinal)
            : new SplicePoint(before, behind, ordinal);
    }

    public string Insert(string markup) => _before + markup + _behind;

    private static int Offset(XmlOutline outline, OutlineElement parent, SignaturePosition position) => position switch
    {
        SignaturePosition.AfterIssuer =>
            outline.Elements.FirstOrDefault(element => element.Parent == parent && element.IsSaml("Issuer"))?.End
            ?? parent.ContentStart,
        SignaturePosition.First => parent.ContentStart,
        SignaturePosition.Last => parent.ContentEnd,
        _ => throw new ArgumentOutOfRangeException(nameof(position), position, "Not a position."),
    };
}
