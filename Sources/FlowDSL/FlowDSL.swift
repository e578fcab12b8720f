// FlowDSL
