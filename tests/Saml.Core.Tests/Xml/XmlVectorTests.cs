using Saml.Core.Errors;

namespace Saml.Core.Tests.Xml;

/// <summary>The documents under <c>vectors/xml</c>, one test for each.</summary>
public class XmlVectorTests
{
    public static TheoryData<string> Names => new(XmlVector.Names());

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_judged_as_its_header_says(string name)
    {
        XmlVector vector = XmlVector.Open(name);

        SamlRejection? rejection = Reading.TryRead(vector.Octets, vector.Limits);

        (rejection?.Code).Should().Be(vector.Expected, vector.Comment);
        if (vector.Place is not null)
        {
            SamlLocation place = rejection!.Location!;
            $"{place.Line}:{place.Column}".Should().Be(vector.Place);
        }
    }

    /// <summary>Pooled buffers hold what earlier messages left; none of it may be taken for the document.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Is_judged_without_a_look_behind_its_end(string name)
    {
        XmlVector vector = XmlVector.Open(name);

        foreach (char filler in "<>\"/;-]?a= \n\u0080\u00BF")
        {
            SamlRejection? rejection = Reading.TryRead(vector.Octets, vector.Limits, (byte)filler);

            (rejection?.Code).Should().Be(vector.Expected, "octets {0} behind it mean nothing", (int)filler);
        }
    }
}
