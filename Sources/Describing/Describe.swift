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
    let shape = LetterheadOverDate(shape: LetterShape(text), directory: directory).told()
    let bodies = BodyFinder(shape: shape, directory: directory)
    var description = Description(kind: KindFinder(shape: shape, text: text).find())
    let isTestimony = description.kind.value == .testimony || description.kind.value == .statement
    let dates = DateFinder(
        shape, text, isTestimony: isTestimony, isRecord: description.kind.value == .statement
    ).find()
    description.date = dates.date
    description.dates = dates.candidates
    description.submission = SubmissionFinder(shape: shape).find()
    description.subject = SubjectFinder(shape: shape, kind: description.kind.value).find()
    description.title = TitleFinder(
        shape: shape, document: text.document, subject: description.subject,
        isPage: description.kind.value == .page
    )
    .find()
    if description.kind.value.isCorrespondence {
        describeParties(of: &description, shape, text, bodies, isTestimony: isTestimony)
    } else {
        description.sender = SenderFinder(
            shape: shape, text: text, directory: directory, signatories: [], addressees: []
        ).find()
    }
    description.kind = KindCheck(description).kind
    description.events = EventFinder(pages: text.pages, written: description.date?.value).find()
    ReferenceFinder(recognizer: directory.recognizer).complete(&description, with: text)
    return description
}

private func describeParties(
    of description: inout Description, _ shape: LetterShape, _ text: ExtractedText, _ bodies: BodyFinder,
    isTestimony: Bool
) {
    if description.kind.value == .memo {
        let caption = MemoCaption(shape: shape, bodies: bodies)
        description.signatories = caption.signatories()
        description.addressees = caption.addressees()
    } else {
        description.signatories = SignatoryFinder(shape: shape, isSpoken: isTestimony).find()
        description.addressees = AddresseeFinder(
            shape: shape, bodies: bodies, isTestimony: isTestimony,
            isNotice: description.kind.value == .notice, title: text.document.title
        ).find()
    }
    description.copied = CopiedFinder(
        shape: shape, bodies: bodies, addressees: description.addressees
    ).find()
    description.signOn = SignOnFinder(shape: shape, signatories: description.signatories).find()
    description.sender = SenderFinder(
        shape: shape, text: text, directory: bodies.directory, signatories: description.signatories,
        addressees: description.addressees, isSpoken: isTestimony
    ).find()
    description.agencies = AgencyLister(bodies: bodies).list(description, isTestimony: isTestimony)
}
