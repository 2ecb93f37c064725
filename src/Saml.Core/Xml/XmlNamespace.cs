namespace Saml.Core.Xml;

/// <summary>
/// The namespace names that have a fixed number. The reader numbers every other one from <see cref="FirstOther"/> in
/// order of appearance, so that expanded names are compared as integers.
/// </summary>
internal static class XmlNamespace
{
    public const int None = 0;
    public const int Xml = 1;
    public const int Xmlns = 2;
    public const int Assertion = 3;
    public const int Protocol = 4;
    public const int Signature = 5;
    public const int ExclusiveCanonicalization = 6;
    public const int SchemaInstance = 7;
    public const int Schema = 8;
    public const int FirstOther = 9;

    /// <summary>Number of a well-known namespace name, -1 for any other.</summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        // No two of the names have the same length, but for xml and protocol.
        int id = name.Length switch
        {
            0 => None,
            29 => Xmlns,
            32 => Schema,
            34 => Signature,
            36 => name[0] == (byte)'u' ? Protocol : Xml,
            37 => Assertion,
            39 => ExclusiveCanonicalization,
            41 => SchemaInstance,
            _ => -1,
        };
        return id >= 0 && name.SequenceEqual(Name(id)) ? id : -1;
    }

    /// <summary>The namespace name with the given fixed number.</summary>
    public static ReadOnlySpan<byte> Name(int id) => id switch
    {
        None => [],
        Xml => "http://www.w3.org/XML/1998/namespace"u8,
        Xmlns => "http://www.w3.org/2000/xmlns/"u8,
        Assertion => "urn:oasis:names:tc:SAML:2.0:assertion"u8,
        Protocol => "urn:oasis:names:tc:SAML:2.0:protocol"u8,
        Signature => "http://www.w3.org/2000/09/xmldsig#"u8,
        ExclusiveCanonicalization => "http://www.w3.org/2001/10/xml-exc-c14n#"u8,
        SchemaInstance => "http://www.w3.org/2001/XMLSchema-instance"u8,
        Schema => "http://www.w3.org/2001/XMLSchema"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };
}
