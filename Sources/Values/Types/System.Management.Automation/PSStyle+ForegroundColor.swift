extension StyleTypes {
    static let foreground = StyleSection.type(StyleLayouts.foreground, further: StyleColours.methods(38, 30, 90))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+ForegroundColor") { StyleTypes.foreground }
}
