extension StyleTypes {
    static let background = StyleSection.type(StyleLayouts.background, further: StyleColours.methods(48, 40, 100))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+BackgroundColor") { StyleTypes.background }
}
