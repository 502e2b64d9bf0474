/// What to do while there is nothing: exact commands.
enum FirstStepsTemplate {
    static let text = #"""
        <section aria-labelledby="first">
        <h2 id="first">{{t.firstSteps}}</h2>
        <p>{{t.firstStepsLead}}</p>
        <ol>
        <li>{{t.stepSample}} <pre><code>linkage up --sample</code></pre></li>
        <li>{{t.stepReference}} <pre><code>linkage reference import --hs FILE --units FILE --wards FILE</code></pre></li>
        <li>{{t.stepProfiles}} <pre><code>linkage publish profiles FILE</code></pre></li>
        <li>{{t.stepCapabilities}} <pre><code>linkage publish capabilities FILE</code></pre></li>
        <li>{{t.stepRequirements}} <pre><code>linkage publish requirements FILE</code></pre></li>
        <li>{{t.stepApi}} <pre><code>curl -H 'Content-Type: application/json' --data @requirement.json {{apiAddress}}/requirements</code></pre></li>
        </ol>
        </section>
        """#
}
