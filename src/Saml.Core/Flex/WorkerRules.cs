using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Rules about the worker that Flex makes or updates.</summary>
internal static class WorkerRules
{
    // The longest identity that Twilio Voice and Conversations take.
    private const int MaxUserIdLength = 256;

    // TaskRouter's own limit, in characters, white space included; it cannot be raised.
    private const int MaxAttributesLength = 4096;

    /// <summary>One finding for all of them: Flex would change nothing, however many are right.</summary>
    public static void OfTheirTypes(in FlexContext context, ref FlexFindings findings)
    {
        if (context.Policy.TypedAttributes != FlexTypedAttributes.Strict)
        {
            findings.Skip();
            return;
        }

        NameList invalid = WorkerAttributeList.Invalid(context);
        if (!invalid.IsEmpty)
        {
            findings.Add(Finding.Broken(actual: invalid.ToString()));
        }
    }

    public static void IdentityNotTooLong(in FlexContext context, ref FlexFindings findings)
    {
        if (context.NameId.Length > MaxUserIdLength)
        {
            findings.Add(Finding.Broken(Number(MaxUserIdLength), Number(context.NameId.Length)));
        }
    }

    public static void AttributesNotTooLong(in FlexContext context, ref FlexFindings findings)
    {
        int length = WorkerAttributeLength.IfOver(MaxAttributesLength, context);
        if (length > 0)
        {
            findings.Add(Finding.Broken(Number(MaxAttributesLength), Number(length)));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
