using System.Buffers;
using System.Text;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Xml;

/// <summary>A message that was cut off is refused, even when the rest of it still lies in the buffer.</summary>
public class XmlTruncationTests
{
    private const string Message =
        """
        <?xml version="1.0" encoding="UTF-8"?><!-- ä -->
        <p:a xmlns:p="urn:x" b="1" c='&lt;&#x20AC;' ID="_1">
          <p:d e = "2" >tëxt &amp; <![CDATA[more]]></p:d ><f/>
        </p:a>
        """;

    [Fact]
    public void Every_cut_is_refused()
    {
        byte[] message = Encoding.UTF8.GetBytes(Message);
        for (int length = 0; length < message.Length; length++)
        {
            byte[] octets = ArrayPool<byte>.Shared.Rent((message.Length * 2) + 16);
            message.CopyTo(octets, 0);
            int cut = length;

            SamlRejection rejection = octets.Invoking(all => XmlTreeReader.Read(all, cut, new XmlLimits()))
                .Should().Throw<SamlRejection>("{0} octets are there", length).Which;

            rejection.Code.Should().BeOneOf(
                SamlErrorCode.MalformedXml, SamlErrorCode.InvalidUtf8, SamlErrorCode.ProcessingInstructionNotAllowed);
            (rejection.Location?.ByteOffset ?? 0).Should().BeLessThanOrEqualTo(length);
        }
    }

    [Fact]
    public void The_whole_is_read()
    {
        Reading.TryRead(Message).Should().BeNull();
    }
}
