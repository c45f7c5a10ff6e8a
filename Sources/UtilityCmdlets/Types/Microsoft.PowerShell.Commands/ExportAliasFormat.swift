import CmdletKit
import Values

// Microsoft.PowerShell.Commands.ExportAliasFormat: `ExportAlias.Format` declares its values, as the parameter's type.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.Commands.ExportAliasFormat") { ExportAlias.Format.makeObjectType() }
}
