using System.Text;
using Saml.Core.Bindings;
using Saml.Core.Errors;
using Saml.Core.Flex;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Validation;
using Saml.Core.Xml;

namespace Saml.Core.Explanation;

/// <summary>
/// Walks the rules that the validator walks, to the end instead of to the first broken one. It takes a bare assertion
/// too, as consoles show in a preview. Nothing that it makes can be mistaken for an accepted assertion.
/// </summary>
internal sealed class Explainer
{
    // Nobody's message answers more; whoever writes one that does shall not make us compare all with all.
    private const int MaxRequests = 8;

    private const string NotOneAssertion = "there is not exactly one assertion";
    private const string NoResponse = "there is no Response";
    private const string NoRequest = "no request was given to compare with";

    private readonly Expectations _expected;
    private readonly SignaturePolicy _policy;
    private readonly ExpectedRequest? _request;
    private readonly UnsetExpectations _unset;
    private readonly DateTimeOffset _now;
    private readonly CheckList _checks;
    private readonly FactList _facts = new();
    private byte[] _xml = [];
    private bool _isXml;
    private bool _isBare;
    private bool _isRead;

    private Explainer(
        Expectations expected, SignaturePolicy policy, ExpectedRequest? request, UnsetExpectations unset)
    {
        _unset = unset;
        _expected = expected;
        _policy = policy;
        _request = request;
        _now = expected.Options.TimeProvider.GetUtcNow();
        _checks = new CheckList(ReasonNotAsked);
    }

    public static SamlReport Explain(
        PostedMessage message,
        Expectations expected,
        SignaturePolicy policy,
        ExpectedRequest? request,
        UnsetExpectations unset)
    {
        Explainer explainer = new(expected, policy, request, unset);
        explainer._facts.AddSettings(expected, unset, explainer._now);
        try
        {
            explainer.Walk(message);
        }
        catch (SamlRejection rejection) when (!explainer._isRead)
        {
            explainer.StopReading(rejection);
        }

        return new SamlReport(explainer._checks.ToReadOnly(), explainer._facts.ToReadOnly(), explainer._now);
    }

    private void Walk(PostedMessage message)
    {
        _isXml = message.IsXml;
        byte[] octets = message.Rent(_expected.Options.XmlLimits, out int length);
        _xml = octets.AsSpan(0, length).ToArray();
        using XmlTree tree = XmlTreeReader.Read(octets, length, _expected.Options.XmlLimits);
        _isBare = tree.Root.Is(XmlNamespace.Assertion, "Assertion"u8);
        if (_isBare)
        {
            UnverifiedAssertion bare = UnverifiedAssertion.Read(tree.Root);
            PassReading();
            WalkRules(default, bare.Content);
            return;
        }

        UnverifiedResponse response = UnverifiedResponse.Read(tree);
        PassReading();
        WalkRules(response, response.Assertion.Content);
    }

    private void PassReading()
    {
        _isRead = true;
        PassRoot();
        _checks.PassAll(Stage.Structure.Codes, isVerified: false);
    }

    private void PassRoot()
    {
        _checks.PassAll([.. Stage.Input.Codes, .. Stage.Xml.Codes], isVerified: false);
        if (_isBare)
        {
            _checks.Break(BareAssertion(), isVerified: false);
        }
        else
        {
            _checks.Pass(SamlErrorCode.UnexpectedMessageType, isVerified: false);
        }
    }

    // What cannot be read can be judged no further.
    private void StopReading(SamlRejection rejection)
    {
        SamlError error = rejection.ToError(_expected.Options);
        if (_isBare)
        {
            PassRoot();
            _checks.Stop([Stage.Structure], error);
        }
        else
        {
            _checks.Stop([Stage.Input, Stage.Xml, Stage.Root, Stage.Structure], error);
        }

        string reason = $"the message could not be read: {error.Id}";
        foreach (Rule rule in Rules.AfterVerification)
        {
            if (rule == Rules.AfterVerification[Rules.BeforeVerification.Length])
            {
                _checks.SkipAll(SignatureCodes, reason);
            }

            _checks.Skip(rule.Code, reason, rule.Clause);
        }

        _checks.SkipAll(CertificateCodes, reason);
        _checks.SkipAll(FlexCodes, reason);
        SkipReplay();
    }

    // A default Response stands for none.
    private void WalkRules(in UnverifiedResponse response, in AssertionContent unverified)
    {
        bool hasResponse = response.Element.Exists;
        bool hasOneAssertion = !hasResponse || response.AssertionCount == 1;
        CheckList signatures = new(ReasonNotAsked);
        VerifiedMessage? verified = hasOneAssertion
            ? WalkSignatures(response.Element, unverified.Element, signatures)
            : SkipSignatures(signatures);
        Assertion? assertion = verified is null ? null : Assertion.Read(verified);
        ref readonly AssertionContent content = ref unverified;
        if (assertion is not null)
        {
            content = ref assertion.Content;
        }

        RuleContext ofResponse = new(_expected, _request ?? RequestOf(response, content), _now, response);
        RuleContext context = hasOneAssertion ? new RuleContext(ofResponse, content) : ofResponse;
        for (int i = 0; i < Rules.AfterVerification.Length; i++)
        {
            if (i == Rules.BeforeVerification.Length)
            {
                _checks.AddRange(signatures);
            }

            Judge(Rules.AfterVerification[i], context, verified);
        }

        JudgeCertificates(verified, context);
        WalkFlex(context, isVerified: assertion is not null);
        SkipReplay();
        _facts.AddMessage(context, verified, _xml.Length);
        Remark(assertion, context);
    }

    private void WalkFlex(in RuleContext context, bool isVerified)
    {
        bool hasOne = context.HasAssertion && context.Response.AssertionCount <= 1;
        if ((hasOne ? _unset.Flex : NotOneAssertion) is { } reason)
        {
            _checks.SkipAll(FlexCodes, reason);
            return;
        }

        NameIdentifier nameId = context.Assertion.Subject.NameId;
        FlexContext flex = new(
            nameId.Exists ? Encoding.UTF8.GetString(nameId.Value) : "",
            nameId.Exists && nameId.TryFormat(out ReadOnlySpan<byte> format) ? KnownText.Of(format) : null,
            context.Assertion.Attributes(),
            _expected.Options.Flex);
        WarningList warnings = new(_expected.Options);
        foreach (FlexOutcome outcome in FlexRules.Walk(flex, ref warnings))
        {
            Add(outcome, isVerified);
        }

        foreach (SamlWarning warning in warnings.ToReadOnly())
        {
            FlexRule? rule = Array.Find(FlexRules.All, rule => rule.Warning == warning.Code);
            _checks.Warn(warning, isVerified, rule?.Code ?? SamlErrorCode.None);
        }
    }

    private void Add(FlexOutcome outcome, bool isVerified)
    {
        FlexRule rule = outcome.Rule;
        if (outcome.IsSkipped)
        {
            _checks.Skip(
                rule.Code,
                ReasonNotAsked(rule.Code) ?? "what it is about did not come, or an earlier rule about it is broken",
                rule.Basis);
        }
        else if (outcome.Findings.Count == 0)
        {
            _checks.Pass(rule.Code, isVerified, rule.Basis);
        }
        else if (rule.Warning == SamlWarningCode.None)
        {
            foreach (Finding finding in outcome.Findings)
            {
                SamlError error = FlexRules.Rejection(rule, finding).ToError(_expected.Options);
                _checks.Break(error, isVerified, rule.Basis);
            }
        }
    }

    private void Remark(Assertion? assertion, in RuleContext context)
    {
        if (!context.HasAssertion)
        {
            return;
        }

        IReadOnlyList<SamlWarning> warnings = assertion is null || _checks.IsAnyBroken
            ? AcceptanceWarnings.FindAnyway(context.Assertion, context)
            : AcceptanceWarnings.Find(assertion, context);
        foreach (SamlWarning warning in warnings)
        {
            _checks.Warn(warning, isVerified: assertion is not null);
        }
    }

    private void Judge(Rule rule, in RuleContext context, VerifiedMessage? verified)
    {
        bool hasResponse = context.Response.Element.Exists;
        if (FindObstacle(rule, context, hasResponse) is { } reason)
        {
            _checks.Skip(rule.Code, reason, rule.Clause);
            return;
        }

        bool readsAssertionAlone = rule.Part == RulePart.Assertion || !hasResponse;
        bool isVerified = readsAssertionAlone ? verified is not null : verified?.Response is not null;
        Finding finding = rule.Check(context);
        if (finding.IsBroken)
        {
            _checks.Break(Rules.Rejection(rule, finding, context).ToError(_expected.Options), isVerified, rule.Clause);
        }
        else
        {
            _checks.Pass(rule.Code, isVerified, rule.Clause);
        }
    }

    private string? FindObstacle(Rule rule, in RuleContext context, bool hasResponse)
    {
        if (rule.Part == RulePart.Response && !hasResponse)
        {
            return NoResponse;
        }

        if (rule.Part != RulePart.Response && (!context.HasAssertion || context.Response.AssertionCount > 1))
        {
            return NotOneAssertion;
        }

        if (_request is null && rule.Code is
            SamlErrorCode.UnsolicitedResponse or SamlErrorCode.InResponseToUnexpected or SamlErrorCode.InResponseToMismatch)
        {
            return NoRequest;
        }

        if (_unset.ReasonFor(rule.Code) is { } unset)
        {
            return unset;
        }

        foreach (SamlErrorCode needed in rule.Needs)
        {
            if (!_checks.Holds(needed))
            {
                return $"{needed} does not hold";
            }
        }

        return null;
    }

    // What the settings do not ask for is not told as if it had been.
    private string? ReasonNotAsked(SamlErrorCode code)
    {
        SamlValidatorOptions options = _expected.Options;
        string? reason = code switch
        {
            SamlErrorCode.MissingSamlResponse or SamlErrorCode.InvalidBase64 when _isXml => "the message was given as XML",
            SamlErrorCode.ResponseNotSigned when _isBare => NoResponse,
            SamlErrorCode.ResponseNotSigned when options.RequiredSignatures is
                SignatureRequirement.Assertion or SignatureRequirement.ResponseOrAssertion =>
                "RequiredSignatures does not ask for it",
            SamlErrorCode.AssertionNotSigned when options.RequiredSignatures is
                SignatureRequirement.Response or SignatureRequirement.ResponseOrAssertion =>
                "RequiredSignatures does not ask for it",
            SamlErrorCode.Sha1NotAllowed when options.Dangerous.AllowSha1 => "Dangerous.AllowSha1 is set",
            SamlErrorCode.CertificateExpired or SamlErrorCode.CertificateNotYetValid
                when options.CertificateExpiry != CertificateExpiryPolicy.Reject => "CertificateExpiry is not Reject",
            SamlErrorCode.ResponseTooOld or SamlErrorCode.AssertionTooOld when options.MaximumAssertionAge is null =>
                "MaximumAssertionAge is not set",
            SamlErrorCode.AuthnInstantTooOld when options.MaximumAuthenticationAge is null =>
                "MaximumAuthenticationAge is not set",
            SamlErrorCode.NameIdFormatNotAllowed when _expected.AcceptedNameIdFormats.AcceptsAny =>
                "AcceptedNameIdFormats is empty",
            SamlErrorCode.AuthnContextNotAllowed when _expected.AcceptedAuthnContextClassRefs.AcceptsAny =>
                "AcceptedAuthnContextClassRefs is empty",
            SamlErrorCode.RoleNotAllowed when options.Flex.AcceptedRoles.Count == 0 => "Flex.AcceptedRoles is empty",
            SamlErrorCode.AttributeTypeInvalid when options.Flex.TypedAttributes != FlexTypedAttributes.Strict =>
                "Flex.TypedAttributes is not Strict",
            _ => null,
        };
        return reason is null || reason == NoResponse ? reason : $"not asked: {reason}";
    }

    private VerifiedMessage? WalkSignatures(XmlElement response, XmlElement assertion, CheckList checks)
    {
        try
        {
            VerifiedMessage verified = Verify(response, assertion, _expected.Options.RequiredSignatures);
            checks.PassAll(Stage.Presence.Codes, isVerified: _unset.SigningCertificates is null);
            return PassVerification(verified, checks);
        }
        catch (SamlRejection rejection) when (IsMissing(rejection.Code))
        {
            return WalkWithout(rejection, response, assertion, checks);
        }
        catch (SamlRejection rejection)
        {
            StopVerifying([Stage.Presence, Stage.Form, Stage.Cryptography], rejection, response, assertion, checks);
            return null;
        }
    }

    // One of two required signatures is not there: what is there is judged all the same.
    private VerifiedMessage? WalkWithout(
        SamlRejection missing, XmlElement response, XmlElement assertion, CheckList checks)
    {
        foreach (SamlErrorCode code in Stage.Presence.Codes)
        {
            if (code == missing.Code)
            {
                checks.Break(missing.ToError(_expected.Options), isVerified: false);
            }
            else
            {
                checks.Pass(code, isVerified: false);
            }
        }

        try
        {
            return PassVerification(
                Verify(response, assertion, SignatureRequirement.ResponseOrAssertion), checks);
        }
        catch (SamlRejection rejection)
        {
            StopVerifying([Stage.Form, Stage.Cryptography], rejection, response, assertion, checks);
            return null;
        }
    }

    private VerifiedMessage? PassVerification(VerifiedMessage verified, CheckList checks)
    {
        if (_unset.SigningCertificates is not { } unset)
        {
            checks.PassAll([.. Stage.Form.Codes, .. Stage.Cryptography.Codes], isVerified: true);
            checks.Pass(SamlErrorCode.SignerNotTrusted, isVerified: true);
            return verified;
        }

        checks.PassAll(Stage.Form.Codes, isVerified: false);
        checks.SkipAll(
            [.. Stage.Cryptography.Codes, SamlErrorCode.SignerNotTrusted],
            $"{unset}; the message is as it was signed with the key of the certificate in it, which anybody can make");
        return null;
    }

    private VerifiedMessage Verify(XmlElement response, XmlElement assertion, SignatureRequirement requirement)
    {
        MessageSignatures signatures = response.Exists
            ? MessageSignatures.Read(response, assertion, requirement, _policy)
            : MessageSignatures.ReadBare(assertion, _policy);
        return signatures.Verify(_policy);
    }

    private void StopVerifying(
        Stage[] stages, SamlRejection rejection, XmlElement response, XmlElement assertion, CheckList checks)
    {
        if (_unset.SigningCertificates is { } unset && IsAboutKey(rejection.Code))
        {
            checks.PassAll(stages.Contains(Stage.Presence) ? Stage.Presence.Codes : [], isVerified: false);
            checks.SkipAll(
                [.. Stage.Form.Codes, .. Stage.Cryptography.Codes, SamlErrorCode.SignerNotTrusted], unset);
            return;
        }

        checks.Stop(stages, WithCause(rejection).ToError(_expected.Options));
        if (FindSigner(response, assertion) is { } certificate)
        {
            checks.Break(ForeignSigner(certificate), isVerified: false);
        }
        else
        {
            checks.Skip(SamlErrorCode.SignerNotTrusted, "the message carries no other certificate that verifies it");
        }
    }

    private SamlRejection WithCause(SamlRejection rejection)
    {
        if (_isBare && rejection.Code == SamlErrorCode.NothingSigned)
        {
            return rejection.With(
                "A preview is never signed. Change: look at a SAMLResponse that was posted, to see whether logins are.");
        }

        bool isChanged = rejection.Code is SamlErrorCode.DigestMismatch or SamlErrorCode.SignatureInvalid;
        if (!isChanged)
        {
            return rejection;
        }

        if (!Reformatting.Explains(_xml, _expected.Options.XmlLimits, _policy))
        {
            return rejection.Code == SamlErrorCode.SignatureInvalid ? rejection : rejection.With(
                "A trusted key signed something else: white space between the tags does not explain it. Change: hand on the "
                + "form value as it came, and if it did, look into who has changed the message.");
        }

        return rejection.With(
            "The signatures verify once the white space between the tags is taken out: something on the way has "
            + "re-formatted the message. Change: hand on the form value exactly as the browser posted it, never an XML document "
            + "that was read and written again.");
    }

    // Every signature of the message must verify under what it carries: else more than a certificate has changed.
    private UnverifiedCertificate? FindSigner(XmlElement response, XmlElement assertion)
    {
        UnverifiedCertificate? found = null;
        ReadOnlySpan<XmlElement> parents = [response, assertion];
        foreach (XmlElement parent in parents)
        {
            XmlElement signature = parent.Exists ? MessageSignatures.FindSignature(parent, out _) : default;
            if (!signature.Exists)
            {
                continue;
            }

            UnverifiedCertificate? certificate = UnverifiedCertificate.Find(signature);
            if (certificate is null || _policy.IsConfigured(certificate.Sha256)
                || !certificate.WouldVerify(parent, signature))
            {
                return null;
            }

            found ??= certificate;
        }

        return found;
    }

    private void JudgeCertificates(VerifiedMessage? verified, in RuleContext context)
    {
        if (verified is null)
        {
            _checks.SkipAll(
                CertificateCodes, _unset.SigningCertificates ?? "no configured certificate verifies the message");
            return;
        }

        SamlError? error = null;
        try
        {
            CertificateRules.Check(verified, context);
        }
        catch (SamlRejection rejection)
        {
            error = rejection.ToError(_expected.Options);
        }

        foreach (SamlErrorCode code in CertificateCodes)
        {
            if (code == error?.Code)
            {
                _checks.Break(error, isVerified: true);
            }
            else
            {
                _checks.Pass(code, isVerified: true);
            }
        }
    }

    private static VerifiedMessage? SkipSignatures(CheckList checks)
    {
        checks.SkipAll(SignatureCodes, NotOneAssertion);
        return null;
    }

    private void SkipReplay() => _checks.SkipAll(
        [SamlErrorCode.ReplayDetected, SamlErrorCode.ReplayStoreUnavailable],
        "the replay store is asked when a message is validated, never here");

    private static bool IsMissing(SamlErrorCode code) =>
        code is SamlErrorCode.ResponseNotSigned or SamlErrorCode.AssertionNotSigned;

    private static IEnumerable<SamlErrorCode> FlexCodes => FlexRules.All.Select(rule => rule.Code);

    // What can be said only with the right key at hand.
    private static bool IsAboutKey(SamlErrorCode code) => code is
        SamlErrorCode.SignatureInvalid or SamlErrorCode.KeyTypeMismatch or SamlErrorCode.SignatureValueMalformed;

    private static IEnumerable<SamlErrorCode> CertificateCodes =>
        [SamlErrorCode.CertificateExpired, SamlErrorCode.CertificateNotYetValid];

    private static IEnumerable<SamlErrorCode> SignatureCodes =>
    [
        .. Stage.Presence.Codes, .. Stage.Form.Codes, .. Stage.Cryptography.Codes,
        SamlErrorCode.SignerNotTrusted,
    ];

    private static SamlError BareAssertion() => new(
        SamlErrorCode.UnexpectedMessageType,
        "samlp:Response",
        "Assertion",
        null,
        null,
        "This is an assertion without a Response, as a console shows it in a preview: no login. Change: post the "
        + "SAMLResponse of a real login; what follows is about the assertion as it stands.");

    private SamlError ForeignSigner(UnverifiedCertificate certificate) => new(
        SamlErrorCode.SignerNotTrusted,
        null,
        $"{certificate.Sha256}, {certificate.Subject}, expires {SafeText.Of(certificate.NotAfter)}",
        null,
        null,
        options: _expected.Options);

    // What the message itself names, so that the rules about a request have nothing to say.
    private static ExpectedRequest RequestOf(in UnverifiedResponse response, in AssertionContent content)
    {
        List<string> ids = [];
        if (response.TryInResponseTo(out ReadOnlySpan<byte> ofResponse))
        {
            Add(ofResponse);
        }

        if (content.Exists && content.Subject.Exists)
        {
            XmlChildren confirmations = content.Subject.Confirmations.Children;
            while (confirmations.TryTake(out XmlElement confirmation))
            {
                if (SubjectConfirmation.Read(confirmation).TryInResponseTo(out ReadOnlySpan<byte> ofConfirmation))
                {
                    Add(ofConfirmation);
                }
            }
        }

        return ids.Count == 0 ? ExpectedRequest.Unsolicited : ExpectedRequest.ForAnyOf(ids).OrUnsolicited();

        void Add(ReadOnlySpan<byte> id)
        {
            string text = Encoding.UTF8.GetString(id);
            if (ids.Count < MaxRequests && !string.IsNullOrWhiteSpace(text) && !ids.Contains(text))
            {
                ids.Add(text);
            }
        }
    }
}
