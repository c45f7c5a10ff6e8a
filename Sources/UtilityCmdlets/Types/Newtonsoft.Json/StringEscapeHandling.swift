import CmdletKit
import Values

// Newtonsoft.Json.StringEscapeHandling: `ConvertToJson.EscapeHandling` declares its values, as the parameter's type.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Newtonsoft.Json.StringEscapeHandling") { ConvertToJson.EscapeHandling.makeObjectType() }
}
