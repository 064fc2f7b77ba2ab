package dev.licet.facts;

/** What is provided, and by which way. */
public enum TransferKind {
    /** The model's weights or other learned parameters. */
    WEIGHTS,
    /** Source code that trains or runs the model. */
    SOURCE_CODE,
    /** Access to the hosted model through a programming interface. */
    API,
    /** Access to the hosted model through an application or web page for people. */
    APP,
    /** Hosted training or fine-tuning of a model on behalf of the recipient. */
    FINE_TUNING,
    /** Computing capacity on which the recipient trains or runs a model. */
    COMPUTE,
    /** What the model has put out: text, images, synthetic data. */
    OUTPUT,
    /** Technology in the law's sense: designs, know-how, training of staff. */
    TECHNOLOGY,
    /** Other software in which the model is a part. */
    SOFTWARE,
    /** Computing hardware. */
    HARDWARE,
    /** The company or the business that owns the model is sold or moved. */
    ACQUISITION
}
