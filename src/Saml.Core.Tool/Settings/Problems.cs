namespace Saml.Core.Tool.Settings;

/// <summary>Everything that is wrong with settings, so that it is said at once.</summary>
internal sealed class Problems
{
    private readonly List<SamlError> _errors = [];

    /// <summary>What a reader gives; the default, and a problem, where it cannot.</summary>
    public T? Collect<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SamlConfigurationException exception)
        {
            _errors.AddRange(exception.Errors);
            return default;
        }
    }

    /// <summary>Throws one exception with all problems, if there are any.</summary>
    public void Check()
    {
        if (_errors.Count > 0)
        {
            throw new SamlConfigurationException(_errors);
        }
    }
}
