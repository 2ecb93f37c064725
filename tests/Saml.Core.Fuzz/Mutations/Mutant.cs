using System.Text;
using Saml.Core.Fuzz.Genuine;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>A signed message with one to four changes; the same for the same seed and index.</summary>
internal sealed class Mutant
{
    private const int Tries = 8;

    private Mutant(
        ulong seed,
        long index,
        MessageSet source,
        SignatureRequirement requirement,
        string text,
        List<string> mutations)
    {
        Seed = seed;
        Index = index;
        Source = source;
        Requirement = requirement;
        Octets = Encoding.Latin1.GetBytes(text);
        Mutations = mutations;
    }

    public ulong Seed { get; }

    public long Index { get; }

    /// <summary>The messages that it was made from.</summary>
    public MessageSet Source { get; }

    /// <summary>What it is validated with.</summary>
    public SignatureRequirement Requirement { get; }

    public byte[] Octets { get; }

    /// <summary>Names of what was done, in order.</summary>
    public IReadOnlyList<string> Mutations { get; }

    public static Mutant Make(ulong seed, long index, IReadOnlyList<MessageSet> sources)
    {
        Choice choice = new(seed, index);
        MessageSet source = choice.Of(sources);
        MarkupOutline outline = choice.OneIn(6) ? source.Outlines[1] : source.Outlines[0];
        SignatureRequirement requirement = choice.Below(4) switch
        {
            0 => SignatureRequirement.Response,
            1 => SignatureRequirement.Assertion,
            2 => source.Requirement,
            _ => SignatureRequirement.ResponseOrAssertion,
        };

        List<string> mutations = [];
        for (int count = Count(choice); count > 0; count--)
        {
            outline = MarkupOutline.Read(Mutate(new Draft(outline, source.Outlines, choice), mutations));
        }

        return new Mutant(seed, index, source, requirement, outline.Text, mutations);
    }

    public override string ToString() =>
        $"""
        seed {Seed}, index {Index}, {Requirement}
        source: {Source.Name}
        mutations: {string.Join("; ", Mutations)}
        octets: {Convert.ToBase64String(Octets)}
        """;

    private static int Count(Choice choice) => choice.Below(10) switch
    {
        < 4 => 1,
        < 7 => 2,
        < 9 => 3,
        _ => 4,
    };

    // What cannot be done or changes nothing is replaced by something else.
    private static string Mutate(Draft draft, List<string> mutations)
    {
        for (int i = 0; i < Tries; i++)
        {
            Mutation mutation = Mutation.Choose(draft.Choice);
            string? text = mutation.Apply(draft);
            if (text is not null && text != draft.Text)
            {
                mutations.Add(mutation.Name);
                return text;
            }
        }

        return draft.Text;
    }
}
