namespace Saml.Core.Tests.Errors;

/// <summary>Numbers and names are API: these must never change.</summary>
public sealed class SamlErrorCodeTests
{
    [Theory]
    [InlineData(SamlErrorCode.None, 0, "SAML0000")]
    [InlineData(SamlErrorCode.MissingSamlResponse, 1001, "SAML1001")]
    [InlineData(SamlErrorCode.InvalidBase64, 1004, "SAML1004")]
    [InlineData(SamlErrorCode.RelayStateTooLong, 1012, "SAML1012")]
    [InlineData(SamlErrorCode.MalformedXml, 1101, "SAML1101")]
    [InlineData(SamlErrorCode.DuplicateElement, 1114, "SAML1114")]
    [InlineData(SamlErrorCode.UnsupportedSamlVersion, 2001, "SAML2001")]
    [InlineData(SamlErrorCode.IdpReturnedError, 2007, "SAML2007")]
    [InlineData(SamlErrorCode.IdpUnknownPrincipal, 2012, "SAML2012")]
    [InlineData(SamlErrorCode.InResponseToMismatch, 2016, "SAML2016")]
    [InlineData(SamlErrorCode.EncryptedAssertionNotSupported, 2023, "SAML2023")]
    [InlineData(SamlErrorCode.NothingSigned, 3001, "SAML3001")]
    [InlineData(SamlErrorCode.DigestMismatch, 3017, "SAML3017")]
    [InlineData(SamlErrorCode.SignatureInvalid, 3018, "SAML3018")]
    [InlineData(SamlErrorCode.SignatureValueMalformed, 3026, "SAML3026")]
    [InlineData(SamlErrorCode.AssertionTooOld, 5004, "SAML5004")]
    [InlineData(SamlErrorCode.NameIdQualifierMismatch, 5105, "SAML5105")]
    [InlineData(SamlErrorCode.EncryptedIdNotSupported, 5106, "SAML5106")]
    [InlineData(SamlErrorCode.SubjectConfirmationMissing, 5110, "SAML5110")]
    [InlineData(SamlErrorCode.ConfirmationNotBeforePresent, 5117, "SAML5117")]
    [InlineData(SamlErrorCode.AudienceMismatch, 5207, "SAML5207")]
    [InlineData(SamlErrorCode.DuplicateCondition, 5210, "SAML5210")]
    [InlineData(SamlErrorCode.AuthnInstantInFuture, 5305, "SAML5305")]
    [InlineData(SamlErrorCode.ReplayDetected, 5401, "SAML5401")]
    [InlineData(SamlErrorCode.ReplayStoreUnavailable, 5402, "SAML5402")]
    [InlineData(SamlErrorCode.NoRoles, 6010, "SAML6010")]
    [InlineData(SamlErrorCode.DuplicateAttributeConflict, 6015, "SAML6015")]
    [InlineData(SamlErrorCode.OptionsInvalid, 9001, "SAML9001")]
    [InlineData(SamlErrorCode.ClockSkewOutOfRange, 9005, "SAML9005")]
    public void Numbers_stay(SamlErrorCode code, int number, string id)
    {
        ((int)code).Should().Be(number);
        new SamlError(code, null, null, null, null).Id.Should().Be(id);
    }

    [Fact]
    public void Ids_are_four_digits_and_unique()
    {
        SamlErrorCode[] codes = Enum.GetValues<SamlErrorCode>();

        string[] ids = [.. codes.Select(code => new SamlError(code, null, null, null, null).Id)];

        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Length == "SAML3017".Length);
    }

    [Theory]
    [InlineData(SamlWarningCode.CertificateExpiresSoon, 1)]
    [InlineData(SamlWarningCode.Sha1Accepted, 4)]
    [InlineData(SamlWarningCode.ClockOffsetObserved, 20)]
    [InlineData(SamlWarningCode.UnsolicitedAccepted, 21)]
    [InlineData(SamlWarningCode.TransientNameId, 41)]
    [InlineData(SamlWarningCode.EncryptedAttributeIgnored, 60)]
    [InlineData(SamlWarningCode.ReservedRole, 81)]
    public void Numbers_of_warnings_stay(SamlWarningCode code, int number) => ((int)code).Should().Be(number);
}
