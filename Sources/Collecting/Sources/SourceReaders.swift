/// Every kind that is read over the network.
let sourceReaders: [any SourceReader.Type] = []
