using Saml.Core;

namespace Quickstart;

/// <summary>Prints what a validator answered. An application shows its end users nothing but the error's id.</summary>
internal static class Answer
{
    public static void Print(SamlValidationResult result)
    {
        if (!result.IsValid)
        {
            Print(result.Error);
            return;
        }

        FlexIdentity identity = result.Identity;
        Line("accepted", identity.UserId);
        Line("full name", identity.FullName);
        Line("email", identity.Email);
        Line("roles", string.Join(", ", identity.Roles));
        Line("image", identity.ImageUrl ?? "(none)");
        Line("signed", result.Assertion.SignedParts.ToString());
        Line("for Flex", identity.ToWorkerAttributesJson());
        Print(result.Warnings);
    }

    public static void Print(SamlAssertionResult result)
    {
        if (!result.IsValid)
        {
            Print(result.Error);
            return;
        }

        Line("accepted", result.Assertion.NameId);
        Line("issuer", result.Assertion.Issuer);
        Line("signed", result.Assertion.SignedParts.ToString());
        foreach (SamlAttribute attribute in result.Assertion.Attributes)
        {
            Line(attribute.Name, string.Join(" | ", attribute.Values.Select(value => value.Text ?? $"({value})")));
        }

        Print(result.Warnings);
    }

    private static void Print(SamlError error)
    {
        Line("refused", error.Id);
        Line("code", error.Code.ToString());
        Line("reason", error.Message);
        Line("where", error.Location?.ToString());
        Line("hint", error.Hint);
        Line("more", error.HelpLink);
    }

    private static void Print(IReadOnlyList<SamlWarning> warnings)
    {
        foreach (SamlWarning warning in warnings)
        {
            Line("warning", warning.ToString());
        }
    }

    private static void Line(string name, string? value)
    {
        if (value is not null)
        {
            Console.WriteLine($"  {name,-9} {value}");
        }
    }
}
