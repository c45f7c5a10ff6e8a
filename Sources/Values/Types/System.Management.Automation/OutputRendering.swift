extension ObjectType {
    static let outputRendering = ObjectType.enumeration(
        "System.Management.Automation.OutputRendering", Enumeration(["Host", "PlainText", "Ansi"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.OutputRendering", "outputrendering") { .outputRendering }
}
