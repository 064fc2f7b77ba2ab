/**
 * Decides whether an AI model may be provided to a place and a party, on a day, in a given way, and says why.
 *
 * <p>Exported is what a service, a rule author or an auditor needs; the rest may change without notice.
 */
module dev.licet.core {
    exports dev.licet;
    exports dev.licet.answer;
    exports dev.licet.facts;
    exports dev.licet.law;
    exports dev.licet.request;
    exports dev.licet.verify;

    requires static org.jspecify;
    requires org.slf4j;
    requires com.github.benmanes.caffeine;
    requires de.siegmar.fastcsv;
    requires java.json.canonicalization;
    requires org.apache.commons.text;
    requires org.drools.core;
    requires org.drools.drl.ast;
    requires org.drools.drl.parser;
    requires org.drools.kiesession;
    requires org.drools.mvel;
    requires org.kie.api;
    requires org.kie.internal.api;
}
