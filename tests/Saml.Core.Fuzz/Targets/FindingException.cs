namespace Saml.Core.Fuzz.Targets;

/// <summary>The library did what it must not do.</summary>
internal sealed class FindingException(string message) : Exception(message);
