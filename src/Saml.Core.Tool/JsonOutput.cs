using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Saml.Core.Tool;

/// <summary>Writes one indented JSON object and a line end.</summary>
internal static class JsonOutput
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write) =>
        output.WriteLine(Encoding.UTF8.GetString(ToOctets(write)));

    public static byte[] ToOctets(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> octets = new();
        using (Utf8JsonWriter json = new(octets, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return octets.WrittenSpan.ToArray();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
