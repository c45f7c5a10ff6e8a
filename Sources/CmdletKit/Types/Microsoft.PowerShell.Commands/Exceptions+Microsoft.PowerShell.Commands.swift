import Values

/// The exceptions of Microsoft.PowerShell.Commands without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(
        exception: "Microsoft.PowerShell.Commands.HelpNotFoundException", "System.SystemException",
        record: ("HelpNotFound", "ResourceUnavailable"))
    $0.add(exception: "Microsoft.PowerShell.Commands.HttpResponseException", "System.Net.Http.HttpRequestException")
    $0.add(exception: "Microsoft.PowerShell.Commands.ProcessCommandException", "System.SystemException")
    $0.add(exception: "Microsoft.PowerShell.Commands.WriteErrorException", "System.SystemException")
}
