namespace Saml.Core.Tool.Redaction;

/// <summary>
/// Other names of the same length: the same text gets the same one wherever it stands, different texts get different
/// ones. A text of few characters gets a longer one where no more of its length are left.
/// </summary>
/// <param name="shapeOf">What of a text may be shown; the pseudonym is that, numbered.</param>
internal sealed class Pseudonyms(Func<string, string> shapeOf)
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A text that has to be replaced, and that no pseudonym may be.</summary>
    public void Announce(string text) => _taken.Add(text);

    /// <summary>The pseudonym of an announced text.</summary>
    public string Of(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        if (!_given.TryGetValue(text, out string? pseudonym))
        {
            pseudonym = Make(shapeOf(text));
            _given.Add(text, pseudonym);
        }

        return pseudonym;
    }

    private string Make(string shape)
    {
        // The first character stays what it is: a name does not begin with a digit.
        int[] places = [.. Enumerable.Range(1, shape.Length - 1).Where(i => shape[i] is 'x' or '0')];
        int number = _last.GetValueOrDefault(shape);
        string candidate;
        do
        {
            number++;
            candidate = Put(shape, places, Write(number, places.Length));
        }
        while (!_taken.Add(candidate));

        _last[shape] = number;
        return candidate;
    }

    // Digits look most like what other identifiers become; where there is little room, letters help.
    private static string Write(int number, int room)
    {
        int radix = room < 3 ? Digits.Length : 10;
        string text = "";
        for (int rest = number; rest > 0; rest /= radix)
        {
            text = Digits[rest % radix] + text;
        }

        return text;
    }

    private static string Put(string shape, int[] places, string digits)
    {
        if (digits.Length > places.Length)
        {
            return shape + digits;
        }

        char[] text = shape.ToCharArray();
        for (int i = 1; i <= digits.Length; i++)
        {
            text[places[^i]] = digits[^i];
        }

        return new string(text);
    }
}
