extension StyleTypes {
    static let formatting = StyleSection.type(StyleLayouts.formatting)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+FormattingData") { StyleTypes.formatting }
}
