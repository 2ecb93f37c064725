using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Saml.Core.Bindings;
using Saml.Core.Errors;
using Saml.Core.Explanation;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Validation;
using Saml.Core.Xml;

namespace Saml.Core;

/// <summary>
/// Validates the SAML 2.0 response that an identity provider posts to a service provider (Web Browser SSO profile,
/// SAML Profiles 4.1). Immutable and safe to share between threads: make one for each identity provider and keep it.
/// </summary>
/// <remarks>
/// Whatever bytes arrive, the answer is a result: nothing but the caller's own cancellation is thrown for a message.
/// Misuse throws at once. A result refers to nothing of the caller's or the validator's memory but, for an error's hint, the
/// options.
/// </remarks>
public sealed class SamlResponseValidator
{
    private readonly SamlValidatorOptions _options;
    private readonly Expectations _expectations;
    private readonly SignaturePolicy _signaturePolicy;
    private readonly ILogger _logger;

    /// <summary>Makes a validator, and checks its options.</summary>
    /// <param name="options">What is expected and allowed.</param>
    /// <param name="logger">Gets ids and codes, no personal data; null for none.</param>
    /// <exception cref="SamlConfigurationException">The options cannot be used; the exception lists every problem.</exception>
    public SamlResponseValidator(SamlValidatorOptions options, ILogger<SamlResponseValidator>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _expectations = new Expectations(options);
        _signaturePolicy = new SignaturePolicy(options.IdentityProvider.Keys, options.Dangerous.AllowSha1);
        _logger = logger ?? NullLogger<SamlResponseValidator>.Instance;
        StartLog.Write(_logger, options);
        ValidatorTelemetry.RecordCertificates(options);
    }

    /// <summary>Validates the form field SAMLResponse of the HTTP POST binding and maps its user to Flex.</summary>
    /// <param name="samlResponse">The field's value, base64; null, empty or blank is answered as missing.</param>
    /// <param name="request">The request that it has to answer.</param>
    /// <param name="cancellationToken">Cancels a replay store that makes us wait.</param>
    /// <returns>The user, or the first broken rule; at once, unless the replay store has to wait.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<SamlValidationResult> ValidateAsync(
        string? samlResponse, ExpectedRequest request, CancellationToken cancellationToken = default) =>
        IdentifyAsync(PostedMessage.OfForm(samlResponse), request, cancellationToken);

    /// <summary>The same for the XML itself, after base64 decoding.</summary>
    /// <param name="responseXml">The octets of the message, copied before they are looked at.</param>
    /// <param name="request">The request that it has to answer.</param>
    /// <param name="cancellationToken">Cancels a replay store that makes us wait.</param>
    /// <returns>The user, or the first broken rule; at once, unless the replay store has to wait.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<SamlValidationResult> ValidateXmlAsync(
        ReadOnlyMemory<byte> responseXml, ExpectedRequest request, CancellationToken cancellationToken = default) =>
        IdentifyAsync(PostedMessage.OfXml(responseXml), request, cancellationToken);

    /// <summary>The same rules without the Flex mapping, for service providers that are not Flex.</summary>
    /// <param name="samlResponse">The field's value, base64; null, empty or blank is answered as missing.</param>
    /// <param name="request">The request that it has to answer.</param>
    /// <param name="cancellationToken">Cancels a replay store that makes us wait.</param>
    /// <returns>The assertion, or the first broken rule; at once, unless the replay store has to wait.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<SamlAssertionResult> ValidateAssertionAsync(
        string? samlResponse, ExpectedRequest request, CancellationToken cancellationToken = default)
    {
        CheckCall(request, cancellationToken);
        return ValidatorTelemetry.IsObserved
            ? ObserveAssertionAsync(samlResponse, request, cancellationToken)
            : FindAssertionAsync(samlResponse, request, cancellationToken);
    }

    /// <summary>
    /// Walks every rule to the end over whatever was posted, and says what each of them found: for the person who has
    /// to find out why a login fails. It takes a bare, unsigned assertion too, as a console shows in a preview.
    /// </summary>
    /// <param name="samlResponse">The form field's value, base64, or the XML as text.</param>
    /// <param name="request">The request that it has to answer; null: rules about a request are skipped.</param>
    /// <returns>A report; never an identity. The replay store is not touched.</returns>
    public SamlReport Explain(string samlResponse, ExpectedRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(samlResponse);
        return ExplainPosted(PostedMessage.OfFormOrXml(samlResponse), request, UnsetExpectations.None);
    }

    /// <summary>The same for the XML in octets.</summary>
    /// <param name="xml">The octets of the message, copied before they are looked at.</param>
    /// <param name="request">The request that it has to answer; null: rules about a request are skipped.</param>
    /// <returns>A report; never an identity. The replay store is not touched.</returns>
    public SamlReport ExplainXml(ReadOnlyMemory<byte> xml, ExpectedRequest? request = null) =>
        ExplainPosted(PostedMessage.OfXml(xml), request, UnsetExpectations.None);

    /// <summary>The same without the rules of Flex, for service providers that are not Flex.</summary>
    /// <param name="samlResponse">The form field's value, base64, or the XML as text.</param>
    /// <param name="request">The request that it has to answer; null: rules about a request are skipped.</param>
    /// <returns>A report; never an assertion. The replay store is not touched.</returns>
    public SamlReport ExplainAssertion(string samlResponse, ExpectedRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(samlResponse);
        return ExplainPosted(PostedMessage.OfFormOrXml(samlResponse), request, UnsetExpectations.OfNoFlex);
    }

    /// <summary>The same where some of the options stand in for what nobody has said.</summary>
    internal SamlReport ExplainPosted(PostedMessage message, ExpectedRequest? request, UnsetExpectations unset) =>
        Explainer.Explain(message, _expectations, _signaturePolicy, request, unset);

    private ValueTask<SamlValidationResult> IdentifyAsync(
        PostedMessage message, ExpectedRequest request, CancellationToken cancellationToken)
    {
        CheckCall(request, cancellationToken);
        return ValidatorTelemetry.IsObserved
            ? ObserveIdentityAsync(message, request, cancellationToken)
            : FindIdentityAsync(message, request, cancellationToken);
    }

    // An activity that an asynchronous method starts is not the current one of its caller.
    private async ValueTask<SamlValidationResult> ObserveIdentityAsync(
        PostedMessage message, ExpectedRequest request, CancellationToken cancellationToken)
    {
        using ValidatorTelemetry.Observation observation = ValidatorTelemetry.Start(_options);
        SamlValidationResult result = await FindIdentityAsync(message, request, cancellationToken)
            .ConfigureAwait(false);
        observation.End(result.Error, result.Assertion, result.Warnings);
        return result;
    }

    private async ValueTask<SamlAssertionResult> ObserveAssertionAsync(
        string? samlResponse, ExpectedRequest request, CancellationToken cancellationToken)
    {
        using ValidatorTelemetry.Observation observation = ValidatorTelemetry.Start(_options);
        SamlAssertionResult result = await FindAssertionAsync(samlResponse, request, cancellationToken)
            .ConfigureAwait(false);
        observation.End(result.Error, result.Assertion, result.Warnings);
        return result;
    }

    private ValueTask<SamlAssertionResult> FindAssertionAsync(
        string? samlResponse, ExpectedRequest request, CancellationToken cancellationToken)
    {
        AcceptedAssertion accepted;
        try
        {
            accepted = Accept(PostedMessage.OfForm(samlResponse), request);
        }
        catch (SamlRejection rejection)
        {
            return ValueTask.FromResult(new SamlAssertionResult(Refuse(rejection)));
        }

        return FinishAsync(accepted, cancellationToken);
    }

    private ValueTask<SamlValidationResult> FindIdentityAsync(
        PostedMessage message, ExpectedRequest request, CancellationToken cancellationToken)
    {
        AcceptedAssertion accepted;
        FlexIdentity identity;
        WarningList warnings = new(_options);
        try
        {
            accepted = Accept(message, request);
            warnings.AddRange(accepted.Warnings);
            identity = FlexIdentity.Map(accepted, _options.Flex, ref warnings);
        }
        catch (SamlRejection rejection)
        {
            return ValueTask.FromResult(new SamlValidationResult(Refuse(rejection)));
        }

        return FinishAsync(accepted, new SamlValidationResult(identity, accepted.Assertion, warnings.ToReadOnly()), cancellationToken);
    }

    // The whole of the library: octets, tree, signatures, assertion, rules.
    private AcceptedAssertion Accept(PostedMessage message, ExpectedRequest request)
    {
        byte[] octets = message.Rent(_options.XmlLimits, out int length);
        using XmlTree tree = XmlTreeReader.Read(octets, length, _options.XmlLimits);
        UnverifiedResponse response = UnverifiedResponse.Read(tree);
        RuleContext context = new(_expectations, request, _options.TimeProvider.GetUtcNow(), response);
        Rules.Check(Rules.BeforeVerification, context);
        MessageSignatures signatures = MessageSignatures.Read(
            response.Element, context.Assertion.Element, _options.RequiredSignatures, _signaturePolicy);
        Assertion assertion = Assertion.Read(signatures.Verify(_signaturePolicy));
        return AcceptedAssertion.Accept(assertion, context);
    }

    private async ValueTask<SamlValidationResult> FinishAsync(
        AcceptedAssertion accepted, SamlValidationResult result, CancellationToken cancellationToken)
    {
        SamlError? error = await FindReplayAsync(accepted, result.Warnings, cancellationToken).ConfigureAwait(false);
        return error is null ? result : new SamlValidationResult(error);
    }

    private async ValueTask<SamlAssertionResult> FinishAsync(
        AcceptedAssertion accepted, CancellationToken cancellationToken)
    {
        SamlAssertionResult result = new(accepted.Assertion, accepted.Warnings);
        SamlError? error = await FindReplayAsync(accepted, result.Warnings, cancellationToken).ConfigureAwait(false);
        return error is null ? result : new SamlAssertionResult(error);
    }

    /// <summary>The last check, and the only one that changes anything; nothing can fail behind it.</summary>
    private async ValueTask<SamlError?> FindReplayAsync(
        AcceptedAssertion accepted, IReadOnlyList<SamlWarning> warnings, CancellationToken cancellationToken)
    {
        // Others who share the store may allow more skew than this validator, and their clocks may be late.
        DateTimeOffset expiresAt = Instants.Add(accepted.LastAcceptance, SamlValidatorOptions.MaximumClockSkew * 2);
        bool isFirst;
        try
        {
            isFirst = await _options.ReplayStore.TryAddAsync(accepted.ReplayKey, expiresAt, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsOwnCancellation(exception, cancellationToken))
        {
            ValidatorLog.ReplayStoreFailed(_logger, exception);
            return Refuse(new SamlRejection(SamlErrorCode.ReplayStoreUnavailable));
        }

        if (!isFirst)
        {
            return Refuse(new SamlRejection(SamlErrorCode.ReplayDetected, actual: accepted.Assertion.Id));
        }

        LogAccepted(accepted.Assertion, warnings);
        return null;
    }

    private void LogAccepted(SamlAssertion assertion, IReadOnlyList<SamlWarning> warnings)
    {
        if (warnings.Count > 0 && _logger.IsEnabled(LogLevel.Information))
        {
            foreach (SamlWarning warning in warnings)
            {
                ValidatorLog.AcceptedWithWarning(_logger, assertion.Id, warning.Code.ToString(), warning.Message);
            }
        }

        ValidatorLog.Accepted(_logger, assertion.Id, assertion.Issuer);
    }

    private SamlError Refuse(SamlRejection rejection)
    {
        SamlError error = rejection.ToError(_options);
        if (_logger.IsEnabled(LogLevel.Warning))
        {
            ValidatorLog.Refused(_logger, error.Id, error.ToString());
        }

        return error;
    }

    private static void CheckCall(ExpectedRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static bool IsOwnCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
