using Saml.Core.Tool;

return SamlCommand.Run(args, Terminal.OfProcess());
