using System.Text;

namespace Saml.Core.Tool.Tests;

/// <summary>What nothing can be written to: a full disk, or what is closed.</summary>
internal sealed class FullWriter(Exception problem) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw problem;
}
