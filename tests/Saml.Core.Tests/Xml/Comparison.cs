using System.Text;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>One document, read by the reader and by <see cref="System.Xml.XmlReader"/>.</summary>
internal sealed class Comparison
{
    private readonly byte[] _document;
    private readonly string? _ours;
    private readonly string? _theirs;
    private readonly string? _theirReason;

    private Comparison(byte[] document, XmlLimits? limits)
    {
        _document = document;
        _theirs = SystemXml.TryDescribe(document, out _theirReason);
        try
        {
            using XmlTree tree = Reading.Read(document, limits);
            _ours = Reading.Describe(tree);
        }
        catch (SamlRejection rejection)
        {
            Code = rejection.Code;
        }
    }

    /// <summary>Why we refuse the document; null when we accept it.</summary>
    public SamlErrorCode? Code { get; }

    public bool BothAccept => _ours is not null && _theirs is not null;

    public bool BothRefuse => _ours is null && _theirs is null;

    /// <summary>The entries of the table that explain opposite verdicts.</summary>
    public IEnumerable<string> Explanations => (_ours is null) == (_theirs is null)
        ? []
        : DeliberateDifference.Table
            .Where(difference => difference.Explains(Code, Encoding.UTF8.GetString(_document)))
            .Select(difference => difference.Name);

    /// <summary>Both say the same of the document, or the table has the reason why not.</summary>
    public bool IsSound => BothAccept ? _ours == _theirs : BothRefuse || Explanations.Any();

    public static Comparison Of(byte[] document, XmlLimits? limits = null) => new(document, limits);

    public override string ToString() =>
        $"""
        Document: {Encoding.Latin1.GetString(_document)}
        Octets:   {Convert.ToHexString(_document)}
        XmlReader: {_theirs ?? _theirReason}
        We:        {_ours ?? Code.ToString()}
        """;
}
