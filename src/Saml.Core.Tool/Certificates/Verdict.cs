namespace Saml.Core.Tool.Certificates;

/// <summary>Whether a certificate, or a file of them, can be used; the worst is the greatest.</summary>
internal enum Verdict
{
    /// <summary>It can be used.</summary>
    Usable,

    /// <summary>It can be used, and something about it is worth a look.</summary>
    UsableWithRemark,

    /// <summary>It is no certificate, or one that this library cannot use.</summary>
    Unusable,
}
