namespace Saml.Core.Flex;

/// <summary>What came under the name <c>roles</c>: each state excludes the others.</summary>
internal enum RolesState
{
    /// <summary>No Attribute has the name.</summary>
    Absent,

    /// <summary>A value holds elements.</summary>
    NotText,

    /// <summary>There are more roles, or repetitions of them, than are read.</summary>
    TooMany,

    /// <summary>There is no value, or all are blank or nil.</summary>
    Empty,

    /// <summary>All values were split.</summary>
    Read,
}

/// <summary>
/// The attribute <c>roles</c>: all values of all its elements, split at commas, trimmed, in document order, each role
/// once.
/// </summary>
internal struct RoleList
{
    // A worker's attributes may have 4,096 characters of JSON in all; more roles are a groups dump.
    private const int MaxRoles = 64;

    // Roles with all their repetitions, and commas that stand for none.
    private const int MaxRoleTexts = 1024;

    private int _texts;

    public RoleList()
    {
    }

    public RolesState State { get; private set; }

    /// <summary>Without reserved ones.</summary>
    public List<FlexRole> Roles { get; } = [];

    /// <summary>Those that single sign-on cannot assign; null for none.</summary>
    public List<FlexRole>? Reserved { get; private set; }

    /// <summary>How many Attribute elements have the name.</summary>
    public int Elements { get; private set; }

    /// <summary>The limit that was exceeded.</summary>
    public int Limit { get; private set; }

    /// <summary>A role came twice, or a comma stands for none.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Characters that cannot be seen, other than XML white space, were trimmed off.</summary>
    public bool IsPadded { get; private set; }

    public readonly bool HasBase => Roles.Exists(static role => role.IsBase);

    public static RoleList Read(IReadOnlyList<SamlAttribute> attributes)
    {
        RoleList list = new();
        bool isBlank = true;
        for (int i = 0; i < attributes.Count; i++)
        {
            if (!string.Equals(attributes[i].Name, FlexNames.Roles, StringComparison.Ordinal))
            {
                continue;
            }

            list.Elements++;
            if (list.State is RolesState.Absent or RolesState.Read)
            {
                list.State = RolesState.Read;
                list.Add(attributes[i].Values, ref isBlank);
            }
        }

        if (list.State == RolesState.Read && isBlank)
        {
            list.State = RolesState.Empty;
        }

        return list;
    }

    private void Add(IReadOnlyList<SamlAttributeValue> values, ref bool isBlank)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].HasElements)
            {
                State = RolesState.NotText;
                return;
            }

            ReadOnlySpan<char> text = values[i].Text;
            isBlank = isBlank && text.Trim(Blank.WhiteSpace).IsEmpty;
            foreach (Range range in text.Split(','))
            {
                if (!TryAdd(text[range]))
                {
                    State = RolesState.TooMany;
                    return;
                }
            }
        }
    }

    private bool TryAdd(ReadOnlySpan<char> token)
    {
        if (!HasRoom(_texts++, MaxRoleTexts))
        {
            return false;
        }

        ReadOnlySpan<char> visible = token.Trim(Blank.Invisible);
        IsPadded |= token.Trim(Blank.WhiteSpace).Length != visible.Length;
        if (visible.IsEmpty)
        {
            IsRepeated = true;
            return true;
        }

        FlexRole role = FlexRole.Of(visible);
        return role.IsReserved ? TryAdd(Reserved ??= [], role) : TryAdd(Roles, role);
    }

    private bool TryAdd(List<FlexRole> roles, FlexRole role)
    {
        if (roles.Contains(role))
        {
            IsRepeated = true;
            return true;
        }

        if (!HasRoom(roles.Count, MaxRoles))
        {
            return false;
        }

        roles.Add(role);
        return true;
    }

    private bool HasRoom(int count, int limit)
    {
        Limit = limit;
        return count < limit;
    }
}
