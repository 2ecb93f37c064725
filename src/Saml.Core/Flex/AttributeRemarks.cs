using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Remarks on the attributes: one warning of a kind, however many attributes it is about.</summary>
internal struct AttributeRemarks
{
    // Flex adds attributes of its own to those that are sent: contact_uri, routing and others.
    private const int LongAttributes = 3000;
    private const int MaxAttributes = 4096;

    private NameList _repeated;
    private NameList _unmapped;
    private NameList _structured;
    private NameList _trimmed;
    private NameList _expressions;
    private NameList _unknownTypes;
    private NameList _conflicting;
    private NameList _posing;
    private NameList _unusualBooleans;
    private NameList _reserved;
    private NameList _unused;
    private int _teams;
    private bool _clearsOwnership;
    private string? _contactProblem;

    public static void Add(in FlexContext context, ref WarningList warnings)
    {
        AttributeRemarks remarks = default;
        for (int i = 0; i < context.Attributes.Count; i++)
        {
            remarks.Look(context, i);
        }

        AddSingle(context.FullName, ref warnings);
        AddSingle(context.Email, ref warnings);
        AddSingle(context.ImageUrl, ref warnings);
        AddRoles(context.Roles, ref warnings);
        remarks.WarnOfNames(ref warnings);
        remarks.WarnOfValues(context, ref warnings);
    }

    private static void AddSingle(in SingleAttribute attribute, ref WarningList warnings)
    {
        if (attribute.IsExpression)
        {
            AddExpression(attribute.Name, ref warnings);
        }
        else if (attribute.IsTrimmed)
        {
            warnings.Add(
                SamlWarningCode.ValueTrimmed, $"White space around the value of attribute {attribute.Name} was removed.");
        }

        if (attribute.Elements > 1)
        {
            warnings.Add(
                SamlWarningCode.DuplicateAttribute,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Attribute {attribute.Name} was sent {attribute.Elements} times with the same value."));
        }
    }

    private static void AddRoles(in RoleList roles, ref WarningList warnings)
    {
        if (roles.Elements > 1)
        {
            warnings.Add(
                SamlWarningCode.DuplicateAttribute,
                string.Create(
                    CultureInfo.InvariantCulture, $"Attribute roles was sent {roles.Elements} times and merged."));
        }

        if (roles.IsPadded)
        {
            warnings.Add(
                SamlWarningCode.ValueTrimmed,
                "Invisible characters around a role were removed: no-break spaces or zero-width ones.");
        }

        if (roles.Roles.Exists(static role => Expression.Is(role.Name)))
        {
            AddExpression(FlexNames.Roles, ref warnings);
        }
    }

    private static void AddExpression(string names, ref WarningList warnings) => warnings.Add(
        SamlWarningCode.UnevaluatedExpression, $"The text of an expression came instead of its value: {names}.");

    private void Look(in FlexContext context, int index)
    {
        SamlAttribute attribute = context.Attributes[index];
        if (FlexNames.IsOwn(attribute.Name))
        {
            return;
        }

        if (FlexNames.IsUri(attribute.Name))
        {
            _unmapped.Add(attribute.Name);
            return;
        }

        AttributeName name = AttributeName.Of(attribute.Name);
        LookAtName(context, index, name);
        if (!LookAtExpressions(attribute))
        {
            LookAtValues(attribute, name);
        }
    }

    private void LookAtName(in FlexContext context, int index, in AttributeName name)
    {
        string sent = context.Attributes[index].Name;
        int first = context.Targets.First(index, name.Target);
        if (FlexNames.IsOwn(name.Target))
        {
            _posing.Add(sent);
        }
        else if (first != index && context.Attributes[first].Name == sent)
        {
            _repeated.Add(sent);
        }
        else if (first != index)
        {
            _conflicting.Add(sent, $"after {SafeText.Of(context.Attributes[first].Name)}");
        }

        if (FlexNames.IsReserved(name.Target))
        {
            _reserved.Add(sent);
        }
        else if (name.HasUnknownType)
        {
            _unknownTypes.Add(sent);
        }
        else if (name.Type is null && !FlexNames.IsUsed(name.Target))
        {
            _unused.Add(sent);
        }
    }

    private bool LookAtExpressions(SamlAttribute attribute)
    {
        for (int i = 0; i < attribute.Values.Count; i++)
        {
            if (Expression.Is(attribute.Values[i].Text))
            {
                _expressions.Add(attribute.Name);
                return true;
            }
        }

        return false;
    }

    private void LookAtValues(SamlAttribute attribute, in AttributeName name)
    {
        bool isBlank = true;
        for (int i = 0; i < attribute.Values.Count; i++)
        {
            ReadOnlySpan<char> text = attribute.Values[i].Text;
            ReadOnlySpan<char> trimmed = text.Trim(Blank.WhiteSpace);
            isBlank = isBlank && trimmed.IsEmpty && !attribute.Values[i].HasElements;
            if (attribute.Values[i].HasElements && name.Type is null)
            {
                _structured.Add(attribute.Name);
            }

            if (name.Type is FlexAttributeType.Int or FlexAttributeType.Boolean
                && trimmed.Length != text.Length && !trimmed.IsEmpty)
            {
                _trimmed.Add(attribute.Name);
            }

            LookAtSpecial(name.Target, trimmed);
        }

        _clearsOwnership |= isBlank && name.Target is FlexNames.TeamOwner;
        if (name.Type is { } type && TypedValue.HasUnusualBoolean(attribute.Values, type))
        {
            _unusualBooleans.Add(attribute.Name);
        }
    }

    private void LookAtSpecial(ReadOnlySpan<char> target, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (target is FlexNames.TeamMember)
        {
            _teams += text.Contains(',') ? 2 : 1;
        }
        else if (target is FlexNames.ContactUri)
        {
            _contactProblem ??= FindContactProblem(text);
        }
    }

    private static string? FindContactProblem(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("client:", StringComparison.OrdinalIgnoreCase))
        {
            return "is an address of Twilio Client, which Flex sets by itself";
        }

        const string sip = "sip:";
        bool isSip = text.Length > sip.Length && text.StartsWith(sip, StringComparison.OrdinalIgnoreCase);
        return isSip || IsE164(text) ? null : "is neither an address of SIP nor a number in the form of E.164";
    }

    // ITU-T E.164: at most fifteen digits, the first of which is no zero.
    private static bool IsE164(ReadOnlySpan<char> text) =>
        text.Length is > 2 and <= 16 && text[0] == '+' && text[1] != '0'
        && !text[1..].ContainsAnyExceptInRange('0', '9');

    private readonly void WarnOfNames(ref WarningList warnings)
    {
        Warn(ref warnings, SamlWarningCode.DuplicateAttribute, "Attributes sent several times and merged", _repeated);
        Warn(
            ref warnings, SamlWarningCode.UnmappedAttribute,
            "Attributes whose names are URIs, which Flex does not map", _unmapped);
        Warn(
            ref warnings, SamlWarningCode.UnmappedAttribute,
            "Attributes that hold elements and were left out", _structured);
        Warn(
            ref warnings, SamlWarningCode.AttributeTypeUnknown,
            "Attributes whose names end in no type of Flex", _unknownTypes);
        Warn(
            ref warnings, SamlWarningCode.AttributeTargetConflict,
            "Attributes left out, since another one becomes the same worker attribute", _conflicting);
        Warn(
            ref warnings, SamlWarningCode.AttributeTargetConflict,
            "Attributes left out, since full_name, email, roles and image_url are read by their plain names alone",
            _posing);
        Warn(ref warnings, SamlWarningCode.ReservedAttribute, "Attributes that Flex writes itself", _reserved);
        Warn(ref warnings, SamlWarningCode.UnusedAttribute, "Attributes that Flex has no use of its own for", _unused);
    }

    private readonly void WarnOfValues(in FlexContext context, ref WarningList warnings)
    {
        Warn(
            ref warnings, SamlWarningCode.ValueTrimmed,
            "White space around the values of attributes was removed", _trimmed);
        if (!_expressions.IsEmpty)
        {
            AddExpression(_expressions.ToString(), ref warnings);
        }

        if (context.Policy.TypedAttributes == FlexTypedAttributes.Lenient)
        {
            Warn(
                ref warnings, SamlWarningCode.AttributeTypeIgnored,
                "Attributes left out, since they are not of their types", WorkerAttributeList.Invalid(context));
        }

        Warn(ref warnings, SamlWarningCode.BooleanSpelling, "Booleans written as 1, 0, yes or no", _unusualBooleans);
        if (_teams > 1)
        {
            warnings.Add(SamlWarningCode.SeveralTeams, "Attribute team_member names more than one team.");
        }

        if (_clearsOwnership)
        {
            warnings.Add(
                SamlWarningCode.TeamOwnershipCleared, "Attribute team_owner is empty: the worker will own no team.");
        }

        if (_contactProblem is not null)
        {
            warnings.Add(SamlWarningCode.ContactUriUnusable, $"Attribute contact_uri {_contactProblem}.");
        }

        int length = WorkerAttributeLength.IfOver(LongAttributes, context);
        if (length is > 0 and <= MaxAttributes)
        {
            warnings.Add(
                SamlWarningCode.WorkerAttributesLong,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The worker attributes are {length} characters of JSON; TaskRouter takes {MaxAttributes}."));
        }
    }

    private static void Warn(ref WarningList warnings, SamlWarningCode code, string what, in NameList names)
    {
        if (!names.IsEmpty)
        {
            warnings.Add(code, $"{what}: {names.ToString()}.");
        }
    }
}
