import Correspondence

/// What a letter says of itself: who wrote to whom, when, about what, each with its evidence.
///
/// Pure: the same text, custody and directory give the same description.
///
/// - Parameters:
///   - text: the letter's text with its layout.
///   - custody: where it was found; used only where the letter itself is silent.
///   - directory: agencies and organisations, compiled.
public func describe(
    _ text: ExtractedText, custody: [Custody], with directory: Directory
) -> Description {
    let shape = LetterShape(text)
    let bodies = BodyFinder(shape: shape, directory: directory)
    var description = Description(kind: KindFinder(shape: shape, text: text).find())
    let isTestimony = description.kind.value == .testimony || description.kind.value == .statement
    let dates = DateFinder(
        shape, text, isTestimony: isTestimony, isRecord: description.kind.value == .statement
    ).find()
    description.date = dates.date
    description.dates = dates.candidates
    description.submission = SubmissionFinder(shape: shape).find()
    description.subject = SubjectFinder(shape: shape, hasCover: isTestimony || shape.salutation == nil).find()
    description.title = TitleFinder(shape: shape, document: text.document, subject: description.subject)
        .find()
    if description.kind.value.isCorrespondence {
        describeParties(of: &description, shape, text, bodies, isTestimony: isTestimony)
    } else {
        description.sender = SenderFinder(
            shape: shape, text: text, directory: directory, signatories: [], addressees: []
        ).find()
    }
    description.kind = KindCheck(description).kind
    description.agencies += mentioned(in: text, besides: description.agencies, directory)
    description.identifiers = IdentifierFinder(
        letterDate: description.date?.value, isToState: isToState(description)
    ).find(in: text.pages)
    return description
}

private func describeParties(
    of description: inout Description, _ shape: LetterShape, _ text: ExtractedText, _ bodies: BodyFinder,
    isTestimony: Bool
) {
    description.signatories = SignatoryFinder(shape: shape, isSpoken: isTestimony).find()
    description.addressees = AddresseeFinder(
        shape: shape, bodies: bodies, isTestimony: isTestimony, title: text.document.title
    ).find()
    description.copied = CopiedFinder(shape: shape, bodies: bodies).find()
    description.signOn = SignOnFinder(shape: shape, signatories: description.signatories).find()
    description.sender = SenderFinder(
        shape: shape, text: text, directory: bodies.directory, signatories: description.signatories,
        addressees: description.addressees, isSpoken: isTestimony
    ).find()
    description.agencies = AgencyLister(bodies: bodies).list(description, isTestimony: isTestimony)
}

/// Bodies that the text names, without those that have a part in the letter.
private func mentioned(
    in text: ExtractedText, besides known: [AgencyReference], _ directory: Directory
) -> [AgencyReference] {
    let ids = Set(known.map(\.id))
    return AgencyMentionFinder(recognizer: directory.recognizer).find(in: text.pages)
        .filter { !ids.contains($0.id) }
}

private func isToState(_ description: Description) -> Bool {
    let addressed = description.agencies.filter { $0.role == .addressee }
    return addressed.contains { reference in
        ["-legislature", "-senate", "-house"].contains { reference.id.hasSuffix($0) }
            && !reference.id.hasPrefix("us-")
    }
}
