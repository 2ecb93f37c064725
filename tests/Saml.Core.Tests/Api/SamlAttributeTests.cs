using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Validation.Change;
using static Saml.Core.Tests.Validation.Markup;

namespace Saml.Core.Tests.Api;

/// <summary>Attributes are given out verbatim; no value, an empty one, nil and elements stay distinguishable.</summary>
public sealed class SamlAttributeTests
{
    [Fact]
    public async Task The_kinds_of_values_are_told_apart()
    {
        Vector vector = Append(
            "AttributeStatement",
            Element("Attribute", Attr("Name", "none")),
            Element(
                "Attribute",
                Attr("Name", "some"),
                Element("AttributeValue"),
                Element("AttributeValue", " Bern\n"),
                Element("AttributeValue", new System.Xml.Linq.XAttribute(InstanceNamespace + "nil", " true ")),
                Element("AttributeValue", new System.Xml.Linq.XAttribute(InstanceNamespace + "nil", "false"), "0"),
                Element("AttributeValue", Foreign("Part"))))(new Vector());

        IReadOnlyList<SamlAttribute> attributes = (await vector.ShouldAnswerAsync(None)).Result.Assertion!.Attributes;

        attributes.Single(attribute => attribute.Name == "none").Values.Should().BeEmpty();
        IReadOnlyList<SamlAttributeValue> values = attributes.Single(attribute => attribute.Name == "some").Values;
        values.Select(value => value.Text).Should().Equal("", " Bern\n", null, "0", null);
        values.Select(value => value.IsNil).Should().Equal(false, false, true, false, false);
        values.Select(value => value.HasElements).Should().Equal(false, false, false, false, true);
        values.Select(value => value.ToString()).Should().Equal(
            "0 characters", "6 characters", "nil", "1 characters", "elements");
    }

    [Fact]
    public async Task Names_and_formats_are_shown_as_they_came()
    {
        Vector vector = Append(
            "AttributeStatement",
            Element("Attribute", Attr("Name", "urn:oid:2.5.4.42"), Attr("FriendlyName", "givenName")),
            Element("Attribute", Attr("Name", "x"), Attr("NameFormat", "urn:x")))(new Vector());

        IReadOnlyList<SamlAttribute> attributes = (await vector.ShouldAnswerAsync(None)).Result.Assertion!.Attributes;

        attributes[^2].FriendlyName.Should().Be("givenName");
        attributes[^2].NameFormat.Should().BeNull();
        attributes[^1].FriendlyName.Should().BeNull();
        attributes[^1].NameFormat.Should().Be("urn:x");
        attributes[^1].ToString().Should().Be("x (0 values)");
    }

    [Fact]
    public async Task An_attribute_without_a_Name_is_refused() =>
        (await Append("AttributeStatement", Element("Attribute"))(new Vector()).ShouldAnswerAsync(MissingAttribute))
            .Result.Error!.Expected.Should().Be("Name");

    [Fact]
    public async Task Nothing_else_stands_in_a_statement_or_an_attribute()
    {
        Vector vector = new();

        await Append("AttributeStatement", Element("AttributeValue"))(vector).ShouldAnswerAsync(UnexpectedElement);
        await Append("AttributeStatement", Element("Attribute", Attr("Name", "x"), Element("Value")))(vector)
            .ShouldAnswerAsync(UnexpectedElement);
    }
}
